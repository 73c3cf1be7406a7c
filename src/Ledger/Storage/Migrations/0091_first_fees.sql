-- The entrance and the first annual fee are posted once a card, though its activation may be corrected, or taken back and told again.
alter table cards
    add column first_fees_on  date;            -- business date that posted them; null when none has

-- An annual fee (12) of a card activated before its account came here is one of an anniversary; an entrance fee (11) is always a first one.
update cards c
set first_fees_on = charged.first
from (
    select card_id, min(posting_date) as first, bool_or(kind = 11) as has_entrance
    from postings where kind in (11, 12) and file_name = ''
    group by card_id) charged, accounts a
where c.card_id = charged.card_id and a.account_id = c.account_id
  and (charged.has_entrance or c.activated_date is null or c.activated_date >= a.first_date);

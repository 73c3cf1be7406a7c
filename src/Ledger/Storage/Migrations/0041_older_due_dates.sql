-- Due dates that lie behind the next cut: the minimum of a statement before the last one is judged for the collection fee all the same.
alter table accounts
    add column older_due_dates  date[];        -- effective due dates on or after last_cut of statements before it; null for nearly every account

create index accounts_older_due_dates on accounts (account_id) where older_due_dates is not null;

update accounts a
set older_due_dates = older.dates
from (
    select s.account_id, s.cut_date, array_agg((bucket ->> 'effectiveDueDate')::date order by bucket ->> 'effectiveDueDate') as dates
    from account_states s, jsonb_array_elements(s.state -> 'buckets') bucket
    where (bucket ->> 'statementDate')::date < s.cut_date and (bucket ->> 'effectiveDueDate')::date >= s.cut_date
    group by s.account_id, s.cut_date) older
where a.account_id = older.account_id and a.last_cut = older.cut_date;

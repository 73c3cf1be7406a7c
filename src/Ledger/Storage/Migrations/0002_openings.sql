-- Accounts that came from another system, once each: their account_states row of cut_date was stated by a file, not computed here.
create table openings (
    account_id     text collate "C" primary key,
    business_date  date not null,          -- the night that took it; the account's own from here on
    cut_date       date not null,          -- its last statement day in the other system
    balance        bigint not null,        -- what was owed at that cut
    plans_to_come  bigint not null,        -- instalment parts not billed then, not in the balance
    file_name      text collate "C" not null,
    line           bigint not null
);

create index openings_date on openings (business_date);

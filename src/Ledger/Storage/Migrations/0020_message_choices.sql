-- What account masters changed about the messages of accounts that were here before: one row an account and night, so that it is
-- confirmed by one message, whatever several files of that night said.
create table message_choices (
    account_id     text collate "C" not null,
    business_date  date not null,
    was_opted_in   boolean not null,       -- before the night
    was_language   text not null,
    primary key (account_id, business_date)
);

create index message_choices_date on message_choices (business_date, account_id);

-- A dated master is the state of its date: one that arrives late leaves alone what a master of a later date has told.
alter table accounts
    add column told_on  date;                  -- date of the master that last told the row, of an undated one the business date that took it;
                                               -- null: told before this was kept, so that any master may tell it

alter table cards
    add column told_on  date;                  -- the same

alter table files
    add column older    bigint not null default 0;  -- of the rows taken, those of a master that told nothing, since a later one had before

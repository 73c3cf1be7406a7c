-- The accounts of a partition are decided once, when its step is planned: every statement that reads for the partition names them, and none
-- asks all of a night's postings again. Null once it is done, and of partitions planned before this was kept.
alter table run_partitions add column account_ids text[] collate "C";

-- The fees that a late posting may disprove. Only nights write them, so that the intake of postings pays next to nothing for it.
create index postings_collection_fees on postings (account_id, value_date) where kind = 13;

-- The nightly proof reads the open cycles and the cuts they began with, not the years before; rows come in the order of these dates.
create index account_states_cut_date on account_states using brin (cut_date);

-- A statement's lines and a state are longer than a row may be, so they are packed; lz4 takes a fraction of the time of pglz.
do $$
begin
    alter table statements
        alter column holder set compression lz4,
        alter column lines set compression lz4,
        alter column legs set compression lz4;
    alter table account_states alter column state set compression lz4;
exception when feature_not_supported then
    null; -- A server that was built without it goes on with pglz.
end $$;

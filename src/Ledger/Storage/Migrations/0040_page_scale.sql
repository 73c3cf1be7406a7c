-- What pages would else count over tables that grow.

-- Accounts by nominal statement day, counted in the background after each night: 31 rows.
create table statement_day_counts (
    statement_day  smallint primary key check (statement_day between 1 and 31),
    accounts       bigint not null,
    counted_at     timestamptz not null
);

-- For the list of delivered messages. A night writes nothing into it: a message enters when its delivery report arrives.
create index messages_delivered on messages (message_id) where state = 'delivered';

-- The key that turns account ids into the tokens of delivery packs; made once, never exported, the same for the life of the store.
create table delivery_key (
    only_one  boolean primary key default true check (only_one),
    key       bytea not null
);

insert into delivery_key (key) values (decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));

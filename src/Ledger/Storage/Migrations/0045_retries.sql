-- Faults that pass by themselves, told apart from those a person must mend, and counted.

alter table run_partitions
    add column error_passes boolean not null default false;     -- whether the error it failed with passes by itself (a lost connection)

alter table runs
    add column retries integer not null default 0;              -- times its process went on after a fault that passed

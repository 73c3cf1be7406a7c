-- Several processes share a night: what a worker needs to know of a run, who the workers are, and accounts waiting for a person.

alter table runs
    add column tariff_sha256 text,                              -- hash of the tariff it computes by, so that every worker and every resumption uses the same
    add column program       text,                              -- the build that plans it: a worker of another build takes no part of it
    add column first_date    date,                              -- first business date of the installation
    add column renders       boolean not null default true;     -- whether PDFs are drawn

alter table run_partitions
    add column made     bigint not null default 0,              -- postings, statements or messages it made
    add column retries  integer not null default 0;             -- transactions tried again for a fault that passes

create index run_partitions_worker on run_partitions (worker) where state = 'running';

alter table set_aside_accounts
    add column resolved_at  timestamptz,                        -- when its steps were run after all; null while it waits
    add column resolved_by  text,
    add column resolution   text;                               -- what was done about the cause, in a person's words

create index set_aside_accounts_waiting on set_aside_accounts (account_id) where resolved_at is null;

create table run_workers (
    worker      text primary key,
    role        text not null check (role in ('worker', 'run', 'serve')),
    program     text not null,
    lanes       integer not null,                               -- partitions worked on at once
    started_at  timestamptz not null,
    seen_at     timestamptz not null,
    ended_at    timestamptz                                     -- null while it runs, or when it died
);

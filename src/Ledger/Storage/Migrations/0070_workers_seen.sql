-- The page of workers shows those seen last; every command that ran a night left a row.
create index run_workers_seen on run_workers (seen_at desc);

-- People who work with the pages. Roles add up; none includes another, so that duties stay apart.
create table people (
    person_id        bigint generated always as identity primary key,
    name             text collate "C" not null,
    normalized_name  text collate "C" not null unique,
    password_hash    text not null,
    security_stamp   text not null,           -- changes with password and roles; ends the sessions begun before
    failed_count     integer not null default 0,
    locked_until     timestamptz,
    created_at       timestamptz not null default now()
);

create table person_roles (
    person_id  bigint not null references people,
    role       text collate "C" not null check (role in ('Operations', 'Finance', 'Auditor', 'Administrator')),
    primary key (person_id, role)
);

-- Who did what, when and why. Rows are only ever added; the database itself refuses everything else.
create table trail (
    trail_id  bigint generated always as identity primary key,
    at        timestamptz not null default now(),
    person    text collate "C" not null,
    action    text collate "C" not null,
    subject   text not null,
    reason    text not null
);

create index trail_person on trail (person, trail_id);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% of table % is refused: its rows are only ever added', tg_op, tg_table_name;
end $$;

create trigger trail_only_grows before update or delete or truncate on trail
    for each statement execute function refuse_change();

-- Settings that hold for every process on this database.
create table settings (
    name   text collate "C" primary key,
    value  text not null
);

-- Four eyes: who asked for a cycle to go out, and who, another person, let it go.
create table cycle_releases (
    statement_date  date primary key,
    asked_by        text collate "C" not null,
    asked_at        timestamptz not null,
    released_by     text collate "C",
    released_at     timestamptz,
    check ((released_by is null) = (released_at is null)),
    check (released_by <> asked_by)
);

create table held_statements (
    statement_date  date not null,
    account_id      text collate "C" not null,
    held_by         text collate "C" not null,
    held_at         timestamptz not null,
    reason          text not null,
    primary key (statement_date, account_id)
);

-- What a cycle comes to, counted when its night is complete. No statement changes after; an account that was set aside and is run later
-- brings one more, and the cycle is counted anew (made_at is -infinity until then).
create table cycle_reviews (
    statement_date  date primary key,
    made_at         timestamptz not null,
    review          jsonb not null
);

-- The random sample of a cycle that a reviewer has looked at.
create table sample_ticks (
    statement_date  date not null,
    account_id      text collate "C" not null,
    person          text collate "C" not null,
    at              timestamptz not null,
    primary key (statement_date, account_id)
);

-- For lists that page by key, newest first.
create index files_date on files (business_date, file_name);
create index file_refusals_date on file_refusals (business_date, refusal_id);
create index runs_date on runs (business_date, run_id);

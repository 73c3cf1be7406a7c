-- The data plane. Identifiers compare by bytes (collation "C") so that order is the same on every machine.
-- Money columns are whole satang; dates are business dates in Asia/Bangkok.

create table accounts (
    account_id          text collate "C" primary key,
    customer_id         text not null,
    customer_name       text not null,
    product             text not null,
    secured             boolean not null,
    credit_limit        bigint not null,
    statement_day       smallint not null check (statement_day between 1 and 31),
    opened_date         date not null,
    last_movement_date  date,
    language            text not null check (language in ('th', 'en')),
    mobile              text not null,
    sms_opt_in          boolean not null,
    address_1           text not null,
    address_2           text not null,
    address_3           text not null,
    postcode            text not null,
    first_date          date not null,     -- the account's first business date in this system
    last_cut            date,              -- its last statement day closed in this system
    due_date            date,              -- nominal due date of the statement made at that cut, if one was
    effective_due_date  date,
    last_movement       date               -- posting date of the last movement up to that cut
) with (fillfactor = 80);

create index accounts_statement_day on accounts (statement_day, account_id);
create index accounts_due_date on accounts (due_date, account_id) where due_date is not null;
create index accounts_effective_due_date on accounts (effective_due_date, account_id) where effective_due_date is not null;

comment on table accounts is 'Accounts as the masters tell them now, and where their cycles stand.';

-- Terms that past days are still computed by: a changed master adds a row, none is overwritten.
create table account_terms (
    account_id     text collate "C" not null,
    from_date      date not null,
    statement_day  smallint not null,
    secured        boolean not null,
    primary key (account_id, from_date)
);

create table cards (
    card_id              text collate "C" primary key,
    account_id           text collate "C" not null,
    role                 text not null check (role in ('primary', 'supplementary')),
    network              text not null check (network in ('visa', 'mastercard')),
    last4                text not null,
    holder_name          text not null,
    approved_date        date not null,
    activated_date       date,
    cancelled_date       date,             -- as the master tells it
    activation_known_on  date,             -- business date on which a master first told the activation
    night_cancelled_on   date              -- business date on which a night cancelled it; counts from the next file
) with (fillfactor = 90);

create index cards_account on cards (account_id, card_id);
create index cards_activated on cards (activated_date) where activated_date is not null;

create table holidays (
    holiday  date primary key,
    name     text not null
);

create table fx_tables (
    table_date  date primary key
);

create table fx_rates (
    table_date  date not null references fx_tables,
    network     text not null,
    currency    text not null,
    rate        numeric(20, 8) not null check (rate > 0),
    primary key (table_date, network, currency)
);

create table files (
    file_name      text collate "C" primary key,
    kind           text not null,
    file_date      date,
    sha256         text not null,
    business_date  date not null,
    rows           bigint not null,
    taken          bigint not null,
    rejected       bigint not null,
    amount_total   numeric(24, 2),         -- sum of the amount column whatever the currency, of the rows whose amount could be read
    taken_at       timestamptz not null,
    check (taken + rejected = rows)
);

create table file_refusals (
    refusal_id     bigint generated always as identity primary key,
    file_name      text collate "C" not null,
    sha256         text not null,
    business_date  date not null,
    reason         text not null,
    refused_at     timestamptz not null,
    unique (file_name, sha256, business_date)
);

create table rejects (
    file_name      text collate "C" not null,
    line           bigint not null,
    posting_id     text collate "C" not null,
    reason         text not null,
    detail         text not null,
    business_date  date not null,
    primary key (file_name, line)
);

create table postings (
    posting_id           text collate "C" primary key,
    account_id           text collate "C" not null,
    card_id              text collate "C" not null,
    kind                 smallint not null,
    transaction_date     date not null,
    transaction_time     time,
    posting_date         date not null,
    value_date           date not null,
    taken_on             date not null,
    currency             text not null,
    original_amount      bigint not null,  -- hundredths of the currency's unit
    amount               bigint not null,  -- baht, satang, unsigned, without fees; 0 of a reversal
    fee_cash_advance     bigint not null,
    fee_cash_advance_vat bigint not null,
    fee_fx_risk          bigint not null,
    fee_tax_payment      bigint not null,
    merchant             text not null,
    mcc                  text not null,
    country              text not null,
    channel              text not null,
    original_posting_id  text collate "C",
    instalment_months    smallint,
    file_name            text collate "C" not null,  -- empty for postings of the night itself
    line                 bigint not null
);

create index postings_cycle on postings (account_id, value_date);
create index postings_taken_on on postings using brin (taken_on);
create unique index postings_reversed on postings (original_posting_id) where kind = 5;

-- One row a cut, never changed: what the next cycle begins with. Any cycle can be computed again from here and its postings.
create table account_states (
    account_id  text collate "C" not null,
    cut_date    date not null,
    balance     bigint not null,           -- what is owed at the cut
    state       jsonb not null,
    primary key (account_id, cut_date)
);

create table statements (
    statement_date     date not null,
    account_id         text collate "C" not null,
    due_date           date not null,
    previous_balance   bigint not null,
    payments           bigint not null,
    refunds            bigint not null,
    purchases          bigint not null,
    cash_advances      bigint not null,
    instalments        bigint not null,
    fees               bigint not null,
    interest           bigint not null,
    new_balance        bigint not null,
    minimum_payment    bigint not null,
    overdue_cycles     integer not null,
    overdue_amount     bigint not null,
    available_credit   bigint not null,
    annual_rate        integer not null,   -- basis points, in force on the statement date
    holder             jsonb not null,     -- account and cards as they were printed
    lines              jsonb not null,
    legs               jsonb not null,
    tariff_id          text not null,
    tariff_sha256      text not null,
    primary key (statement_date, account_id),
    check (new_balance = previous_balance - payments - refunds + purchases + cash_advances + instalments + fees + interest)
);

create index statements_account on statements (account_id, statement_date);

create table rendered_statements (
    statement_date  date not null,
    account_id      text collate "C" not null,
    path            text not null,
    sha256          text not null,
    pages           integer not null,
    primary key (statement_date, account_id)
);

create table messages (
    message_id       bigint generated always as identity primary key,
    business_date    date not null,
    account_id       text collate "C" not null,
    kind             text not null,
    mobile           text not null,
    language         text not null,
    text             text not null,
    idempotency_key  text collate "C" not null unique,
    sent_at          timestamptz
);

create index messages_unsent on messages (message_id) where sent_at is null;
create index messages_date on messages (business_date, account_id);

create table cancellations (
    business_date  date not null,
    card_id        text collate "C" not null,
    account_id     text collate "C" not null,
    reason         text not null,
    primary key (card_id)
);

create table exceptions (
    business_date  date not null,
    account_id     text collate "C" not null,
    kind           text collate "C" not null,
    detail         text not null,
    primary key (business_date, account_id, kind)
);

create index exceptions_account on exceptions (account_id, kind, business_date);

-- Double entry; rows are only ever added. The hash chains an account's entries.
create table journal (
    account_id     text collate "C" not null,
    entry          integer not null,
    line           smallint not null,
    business_date  date not null,
    kind           text not null,
    reference      text not null,
    gl_account     text collate "C" not null,
    debit          bigint not null,
    credit         bigint not null,
    hash           bytea not null,
    primary key (account_id, entry, line)
);

create index journal_date on journal using brin (business_date);

create table journal_heads (
    account_id     text collate "C" primary key,
    entry          integer not null,
    hash           bytea not null,
    balance        bigint not null,
    business_date  date not null
) with (fillfactor = 80);

-- Turnover of each ledger account up to the end of a business date.
create table trial_balances (
    business_date  date not null,
    gl_account     text collate "C" not null,
    debit          numeric(24, 0) not null,
    credit         numeric(24, 0) not null,
    primary key (business_date, gl_account)
);

create table control_reports (
    business_date  date primary key,
    report         json not null        -- json, not jsonb: its order is for people
);

create table tariffs (
    tariff_id  text not null,
    sha256     text primary key,
    content    text not null,
    first_used date not null
);

-- The control plane: what a night does, step by step.
create table runs (
    run_id         bigint generated always as identity primary key,
    job            text not null,
    business_date  date not null,
    parameters     text not null,
    state          text not null check (state in ('planned', 'running', 'stopping', 'stopped', 'failed', 'completed')),
    created_at     timestamptz not null,
    started_at     timestamptz,
    ended_at       timestamptz,
    owner          text,
    heartbeat_at   timestamptz,
    fencing_token  bigint not null default 0,
    attempts       integer not null default 0,
    error          text,
    unique (job, business_date, parameters)
);

create table run_steps (
    run_id      bigint not null references runs,
    number      smallint not null,
    name        text not null,
    state       text not null check (state in ('planned', 'running', 'completed', 'failed')),
    units       bigint not null default 0,
    units_done  bigint not null default 0,
    started_at  timestamptz,
    ended_at    timestamptz,
    result      jsonb,
    primary key (run_id, number)
);

create table run_partitions (
    run_id         bigint not null,
    step           smallint not null,
    number         integer not null,
    first_account  text collate "C" not null,
    last_account   text collate "C" not null,
    accounts       integer not null,
    state          text not null check (state in ('planned', 'running', 'completed', 'failed')),
    worker         text,
    lease_until    timestamptz,
    fencing_token  bigint not null default 0,
    attempts       integer not null default 0,
    accounts_done  integer not null default 0,
    started_at     timestamptz,
    ended_at       timestamptz,
    error          text,
    primary key (run_id, step, number),
    foreign key (run_id, step) references run_steps (run_id, number)
);

create index run_partitions_open on run_partitions (run_id, step, number) where state in ('planned', 'running');

create table set_aside_accounts (
    run_id         bigint not null references runs,
    step           smallint not null,
    account_id     text collate "C" not null,
    error          text not null,
    set_aside_at   timestamptz not null,
    primary key (run_id, step, account_id)
);

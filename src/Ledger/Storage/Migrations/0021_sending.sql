-- Where a message is on its way to the customer. A night queues it; the file gateway or the sender of docs/kannel.md takes it from there.
alter table messages
    add column state            text not null default 'queued'
        check (state in ('queued', 'sending', 'sent', 'delivered', 'undelivered', 'dead')),
    add column gateway          text not null default 'file' check (gateway in ('file', 'kannel')),
    add column attempts         integer not null default 0, -- since it was queued or resent
    add column next_attempt_at  timestamptz,                -- null: at once
    add column claimed_at       timestamptz,                -- of a message that is being handed over
    add column claimed_by       text,
    add column last_word        text;                       -- what happened to it last, no number, no secret

update messages set state = 'sent' where sent_at is not null;

create index messages_to_send on messages (gateway, message_id) where state in ('queued', 'sending');
create index messages_to_look_at on messages (message_id) where state in ('dead', 'undelivered');

-- What happened to messages that went over a network, never changed.
create table message_events (
    event_id    bigint generated always as identity primary key,
    message_id  bigint not null references messages,
    at          timestamptz not null,
    event       text not null,
    detail      text not null,
    by          text not null       -- process, person, or kannel
);

create index message_events_message on message_events (message_id, event_id);

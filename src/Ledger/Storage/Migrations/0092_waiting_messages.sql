-- A message that was resent has not been handed over: the moment of before is not when it was.
update messages set sent_at = null where state in ('queued', 'sending') and sent_at is not null;

-- What waits goes by its state, and is found by messages_to_send; this one held dead letters too, and not what was resent.
drop index messages_unsent;

-- The runbook's outbox: the log itself is what is published, and the tokens tell how far every consumer has come.

-- The position up to which every consumer has taken the events, and when that was last seen to be so. __config is a row
-- of the token store's own.
CREATE VIEW projection.published AS
SELECT min(projection.token_position(token)) AS position, min(timestamp::timestamptz) AS seen_at
FROM token_entry
WHERE processor_name <> '__config';

-- In two parts, so that "published_at IS NULL" reads only the end of the log.
CREATE VIEW wallet_outbox AS
SELECT event.position, event.stream_id, event.stream_type, event.sequence, event.event_id, event.event_name,
       event.occurred_at, event.committed_at, (SELECT seen_at FROM projection.published) AS published_at
FROM domain_event AS event
WHERE event.position <= (SELECT position FROM projection.published)
UNION ALL
SELECT event.position, event.stream_id, event.stream_type, event.sequence, event.event_id, event.event_name,
       event.occurred_at, event.committed_at, NULL
FROM domain_event AS event
WHERE event.position > (SELECT coalesce(max(position), 0) FROM projection.published);

COMMENT ON VIEW wallet_outbox IS 'One row per event';
COMMENT ON COLUMN wallet_outbox.published_at IS
    'Set once every consumer has taken the event: when that was last confirmed. Null while one has not';

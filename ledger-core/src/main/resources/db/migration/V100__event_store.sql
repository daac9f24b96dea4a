-- The event store. Positions are gapless and in commit order: they come from the one row of event_log_head,
-- which every append locks first.

CREATE TABLE domain_event (
    position     bigint      PRIMARY KEY,
    stream_id    text        NOT NULL,
    stream_type  text        NOT NULL,
    sequence     bigint      NOT NULL CHECK (sequence >= 0),
    event_id     uuid        NOT NULL,
    event_name   text        NOT NULL,
    revision     text,
    occurred_at  timestamptz NOT NULL,
    committed_at timestamptz NOT NULL,
    payload      text        NOT NULL,
    metadata     text        NOT NULL,
    CONSTRAINT domain_event_stream_sequence UNIQUE (stream_id, sequence),
    CONSTRAINT domain_event_event_id UNIQUE (event_id)
);

COMMENT ON TABLE domain_event IS 'Every fact of the ledger, for ever. Rows are only ever added.';
COMMENT ON COLUMN domain_event.position IS 'Place in the global order: 1, 2, 3, ... without gaps, in commit order';
COMMENT ON COLUMN domain_event.occurred_at IS 'When the decision was made, by the clock of the node that made it';
COMMENT ON COLUMN domain_event.committed_at IS 'When the append was made, by the clock of the database; never decreases with position';
COMMENT ON COLUMN domain_event.payload IS 'JSON text, kept as text because its bytes count';

CREATE TABLE stream_head (
    stream_id      text   PRIMARY KEY,
    stream_type    text   NOT NULL,
    version        bigint NOT NULL,
    first_position bigint NOT NULL,
    last_position  bigint NOT NULL
) WITH (fillfactor = 70);

COMMENT ON TABLE stream_head IS 'The last sequence of each stream. Appends are checked against it.';

CREATE TABLE event_log_head (
    one               boolean     PRIMARY KEY DEFAULT true CHECK (one),
    last_position     bigint      NOT NULL,
    last_committed_at timestamptz NOT NULL
) WITH (fillfactor = 50);

COMMENT ON TABLE event_log_head IS 'One row: the end of the log. Its row lock makes appends follow each other.';

INSERT INTO event_log_head (last_position, last_committed_at) VALUES (0, 'epoch');

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'rows of % are never changed or removed', TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER domain_event_is_immutable
    BEFORE UPDATE OR DELETE OR TRUNCATE ON domain_event
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

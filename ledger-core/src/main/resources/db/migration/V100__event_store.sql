-- The event store. Positions are gapless and in commit order: they come from the one row of event_log_head,
-- which every append locks first. Partitions keep the indexes that are written small, however long the log grows.

CREATE TABLE domain_event (
    position     bigint      NOT NULL,
    committed_at timestamptz NOT NULL,
    hash         bytea       NOT NULL,
    stream_type  text        NOT NULL,
    stream_id    text COLLATE "C" NOT NULL,
    sequence     bigint      NOT NULL CHECK (sequence >= 0),
    event_id     uuid        NOT NULL,
    event_name   text        NOT NULL,
    revision     text,
    occurred_at  timestamptz NOT NULL,
    payload      text        NOT NULL,
    metadata     text        NOT NULL,
    PRIMARY KEY (position)
) PARTITION BY RANGE (position);

-- Not unique, because a partitioned index can be so only with the position; stream_head decides conflicts. It leaves
-- first events out, which stream_head locates: most streams have only one, and need no entry here.
CREATE INDEX domain_event_stream ON domain_event (stream_id, sequence) WITH (deduplicate_items = off)
 WHERE sequence > 0;

COMMENT ON TABLE domain_event IS 'Every fact of the ledger, for ever. Rows are only ever added.';
COMMENT ON COLUMN domain_event.position IS 'Place in the global order: 1, 2, 3, ... without gaps, in commit order';
COMMENT ON COLUMN domain_event.committed_at IS 'When the append was made, by the clock of the node that made it; never decreases with position';
COMMENT ON COLUMN domain_event.hash IS 'SHA-256 of the hash before it in the stream and of this row''s columns from stream_type on';
COMMENT ON COLUMN domain_event.occurred_at IS 'When the decision was made, by the clock of the node that made it';
COMMENT ON COLUMN domain_event.payload IS 'JSON text, kept as text because its bytes are hashed';

CREATE TABLE stream_head (
    stream_id      text COLLATE "C" PRIMARY KEY,
    stream_type    text   NOT NULL,
    version        bigint NOT NULL,
    first_position bigint NOT NULL,
    last_position  bigint NOT NULL,
    last_hash      bytea  NOT NULL
) WITH (fillfactor = 70);

COMMENT ON TABLE stream_head IS 'The last event of each stream. Appends are checked against it.';
COMMENT ON COLUMN stream_head.stream_id IS 'Compared byte by byte, so that no upgrade of the system''s locales harms an index';

CREATE FUNCTION events_of(stream text) RETURNS SETOF domain_event LANGUAGE sql STABLE AS $$
    SELECT event.*
      FROM stream_head AS head JOIN domain_event AS event ON event.position = head.first_position
     WHERE head.stream_id = stream
    UNION ALL
    SELECT event.*
      FROM domain_event AS event
     WHERE event.stream_id = stream AND event.sequence > 0
     ORDER BY sequence
$$;

COMMENT ON FUNCTION events_of IS 'A stream from its first event on, by the indexes, for people';

CREATE TABLE event_log_head (
    one               boolean     PRIMARY KEY DEFAULT true CHECK (one),
    last_position     bigint      NOT NULL,
    last_committed_at timestamptz NOT NULL,
    log_hash          bytea       NOT NULL
) WITH (fillfactor = 50);

COMMENT ON TABLE event_log_head IS 'One row: the end of the log. Its row lock makes appends follow each other.';
COMMENT ON COLUMN event_log_head.log_hash IS 'SHA-256 over every position, commit time and event hash up to here';

INSERT INTO event_log_head (last_position, last_committed_at, log_hash)
VALUES (0, 'epoch', decode(repeat('00', 32), 'hex'));

CREATE FUNCTION tell_log_head() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('carat_log', NEW.last_position::text);
    RETURN NULL;
END
$$;

COMMENT ON FUNCTION tell_log_head IS 'Wakes the readers of every node, once the append is committed';

CREATE TRIGGER event_log_head_tells
    AFTER UPDATE ON event_log_head
    FOR EACH ROW EXECUTE FUNCTION tell_log_head();

CREATE TABLE aggregate_snapshot (
    stream_id   text COLLATE "C" PRIMARY KEY,
    stream_type text        NOT NULL,
    revision    text        NOT NULL,
    version     bigint      NOT NULL,
    position    bigint      NOT NULL,
    hash        bytea       NOT NULL,
    payload     text        NOT NULL,
    taken_at    timestamptz NOT NULL DEFAULT now()
) WITH (fillfactor = 70);

COMMENT ON TABLE aggregate_snapshot IS 'States of long streams, to load them faster. May be emptied at any time.';
COMMENT ON COLUMN aggregate_snapshot.revision IS 'The shape of the state; snapshots of another revision are ignored';

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'rows of % are never changed or removed', TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER domain_event_is_immutable
    BEFORE UPDATE OR DELETE OR TRUNCATE ON domain_event
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE FUNCTION ensure_event_partitions(up_to bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    size CONSTANT bigint := 2000000;
    number bigint;
    name text;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('ensure_event_partitions'));
    FOR number IN 0 .. up_to / size LOOP
        name := 'domain_event_p' || number;
        CONTINUE WHEN to_regclass(name) IS NOT NULL;
        EXECUTE format('CREATE TABLE %I (LIKE domain_event INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', name);
        -- a check that says what the partition holds spares the attachment a scan and the parent a long lock
        EXECUTE format('ALTER TABLE %I ADD CONSTRAINT its_positions CHECK (position >= %s AND position < %s)',
                       name, number * size, (number + 1) * size);
        EXECUTE format('ALTER TABLE domain_event ATTACH PARTITION %I FOR VALUES FROM (%s) TO (%s)',
                       name, number * size, (number + 1) * size);
        EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE OR TRUNCATE ON %I'
                       ' FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name || '_is_immutable', name);
    END LOOP;
END
$$;

COMMENT ON FUNCTION ensure_event_partitions IS 'Makes the partitions of all positions up to one, while appends go on';

SELECT ensure_event_partitions(2000000);

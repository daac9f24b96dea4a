-- The read models of balances and of the ledger. Projections write the tables of this schema; people read the views
-- of the same names in public.

CREATE SCHEMA projection;

COMMENT ON SCHEMA projection IS 'Read models: computed from domain_event, dropped and rebuilt at will';

CREATE FUNCTION projection.refuse_write_to_view() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is a read-only view', TG_TABLE_NAME USING ERRCODE = 'read_only_sql_transaction';
END
$$;

-- Where a processor stands, from its stored token: 0 before the first event; while it replays, the place of the replay.
CREATE FUNCTION projection.token_position(token bytea) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
    SELECT coalesce(min(found.value::bigint), 0)
    FROM (SELECT convert_from(token, 'UTF8')::jsonb AS json) AS stored
    CROSS JOIN LATERAL jsonb_path_query(
        CASE WHEN json ? 'currentToken' THEN json -> 'currentToken' ELSE json END,
        'lax $.**.globalIndex') AS found (value)
$$;

CREATE TABLE projection.wallet_bucket (
    bucket_id        text        PRIMARY KEY,
    brand_id         text        NOT NULL,
    player_id        text        NOT NULL,
    currency         text        NOT NULL,
    topology_code    text        NOT NULL,
    topology_version integer     NOT NULL,
    bucket_type_code text        NOT NULL,
    role             text        NOT NULL,
    available_minor  bigint      NOT NULL,
    held_minor       bigint      NOT NULL,
    entry            bigint      NOT NULL,
    position         bigint      NOT NULL,
    opened_at        timestamptz NOT NULL,
    updated_at       timestamptz NOT NULL
) WITH (fillfactor = 70);

CREATE INDEX wallet_bucket_player ON projection.wallet_bucket (brand_id, player_id);

COMMENT ON TABLE projection.wallet_bucket IS 'One row per bucket: its balance, as a running sum of its postings';
COMMENT ON COLUMN projection.wallet_bucket.entry IS 'Number of its last ledger row, 0 when it has none';
COMMENT ON COLUMN projection.wallet_bucket.position IS 'Event that it last changed by';

CREATE TABLE projection.wallet_ledger (
    position         bigint      NOT NULL,
    row_no           smallint    NOT NULL,
    journal_id       text        NOT NULL,
    reason           text        NOT NULL,
    account          text        NOT NULL,
    bucket_id        text,
    brand_id         text        NOT NULL,
    player_id        text        NOT NULL,
    currency         text        NOT NULL,
    topology_code    text        NOT NULL,
    topology_version integer     NOT NULL,
    bucket_type_code text,
    entry            bigint,
    amount_minor     bigint      NOT NULL,
    before_minor     bigint,
    after_minor      bigint,
    held_after_minor bigint,
    counter_account  text        NOT NULL,
    reference_id     text        NOT NULL,
    leg              integer,
    occurred_at      timestamptz NOT NULL,
    PRIMARY KEY (position, row_no),
    CONSTRAINT wallet_ledger_bucket_entry UNIQUE (bucket_id, entry),
    CONSTRAINT wallet_ledger_bucket_or_system CHECK (
        num_nulls(bucket_id, bucket_type_code, entry, before_minor, after_minor, held_after_minor) IN (0, 6))
);

CREATE INDEX wallet_ledger_wallet ON projection.wallet_ledger (brand_id, player_id, position)
    WHERE bucket_id IS NOT NULL;
CREATE INDEX wallet_ledger_journal ON projection.wallet_ledger (journal_id);

COMMENT ON TABLE projection.wallet_ledger IS
    'Immutable rows, one per side of a posting: the bucket''s own, and one for each system account. Each journal nets to zero';
COMMENT ON COLUMN projection.wallet_ledger.row_no IS '1 is the bucket''s own row, 2 and 3 are system accounts';
COMMENT ON COLUMN projection.wallet_ledger.entry IS 'Row number within the bucket: 1, 2, 3, ... without gaps';
COMMENT ON COLUMN projection.wallet_ledger.amount_minor IS
    'Signed. 0 on the own row of a bucket whose held money is taken: that moves between system accounts only';

-- Refuses every update and delete. TRUNCATE is for rebuilding from the events, and only through empty_ledger().
CREATE FUNCTION projection.refuse_ledger_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'TRUNCATE' AND current_setting('carat.rebuild', true) = 'on' THEN
        RETURN NULL;
    END IF;
    RAISE EXCEPTION 'rows of % are never changed or removed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER wallet_ledger_is_immutable
    BEFORE UPDATE OR DELETE OR TRUNCATE ON projection.wallet_ledger
    FOR EACH STATEMENT EXECUTE FUNCTION projection.refuse_ledger_change();

ALTER TABLE projection.wallet_ledger ENABLE ALWAYS TRIGGER wallet_ledger_is_immutable;

-- The start of a rebuild: a replay of the events fills both tables again. Nothing else may set carat.rebuild.
CREATE FUNCTION projection.empty_ledger() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM set_config('carat.rebuild', 'on', true);
    TRUNCATE projection.wallet_bucket, projection.wallet_ledger;
    PERFORM set_config('carat.rebuild', 'off', true);
END
$$;

CREATE VIEW wallet_bucket AS
SELECT bucket_id, brand_id, player_id, currency, topology_code, topology_version, bucket_type_code, role,
       available_minor, held_minor, entry, position, opened_at, updated_at
FROM projection.wallet_bucket;

CREATE TRIGGER wallet_bucket_is_read_only INSTEAD OF INSERT OR UPDATE OR DELETE ON wallet_bucket
    FOR EACH ROW EXECUTE FUNCTION projection.refuse_write_to_view();

CREATE VIEW wallet_ledger AS
SELECT position, row_no, journal_id, reason, account, bucket_id, brand_id, player_id, currency, topology_code,
       topology_version, bucket_type_code, entry, amount_minor, before_minor, after_minor, held_after_minor,
       counter_account, reference_id, leg, occurred_at
FROM projection.wallet_ledger;

CREATE TRIGGER wallet_ledger_is_read_only INSTEAD OF INSERT OR UPDATE OR DELETE ON wallet_ledger
    FOR EACH ROW EXECUTE FUNCTION projection.refuse_write_to_view();

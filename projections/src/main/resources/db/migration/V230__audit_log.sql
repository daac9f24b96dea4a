-- What people decided, with who and why.

CREATE TABLE projection.wallet_audit (
    position bigint      PRIMARY KEY,
    at       timestamptz NOT NULL,
    actor    text        NOT NULL,
    action   text        NOT NULL,
    subject  text        NOT NULL,
    brand_id text,
    reason   text        NOT NULL,
    what     jsonb       NOT NULL
);

CREATE INDEX wallet_audit_subject ON projection.wallet_audit (subject, position);
CREATE INDEX wallet_audit_actor ON projection.wallet_audit (actor, position);
CREATE INDEX wallet_audit_brand ON projection.wallet_audit (brand_id, position);

COMMENT ON TABLE projection.wallet_audit IS 'Immutable rows, one per event that a person decided';
COMMENT ON COLUMN projection.wallet_audit.brand_id IS 'The brand that the subject belongs to; null for the platform''s own';
COMMENT ON COLUMN projection.wallet_audit.what IS 'The event without who and why';

CREATE TRIGGER wallet_audit_is_immutable
    BEFORE UPDATE OR DELETE OR TRUNCATE ON projection.wallet_audit
    FOR EACH STATEMENT EXECUTE FUNCTION projection.refuse_ledger_change();

ALTER TABLE projection.wallet_audit ENABLE ALWAYS TRIGGER wallet_audit_is_immutable;

-- The start of a rebuild: a replay of the events fills the table again. Nothing else may set carat.rebuild.
CREATE FUNCTION projection.empty_audit() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM set_config('carat.rebuild', 'on', true);
    TRUNCATE projection.wallet_audit;
    PERFORM set_config('carat.rebuild', 'off', true);
END
$$;

CREATE VIEW wallet_audit AS
SELECT position, at, actor, action, subject, brand_id, reason, what
FROM projection.wallet_audit;

CREATE TRIGGER wallet_audit_is_read_only INSTEAD OF INSERT OR UPDATE OR DELETE ON wallet_audit
    FOR EACH ROW EXECUTE FUNCTION projection.refuse_write_to_view();

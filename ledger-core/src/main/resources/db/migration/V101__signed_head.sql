-- What nodes have signed that the log was at. The same heads are kept outside the database, since whoever can change
-- events can change these rows too.

CREATE TABLE signed_head (
    position  bigint      NOT NULL,
    key_id    text        NOT NULL,
    log_hash  bytea       NOT NULL,
    signed_at timestamptz NOT NULL,
    signature bytea       NOT NULL,
    PRIMARY KEY (position, key_id)
);

COMMENT ON TABLE signed_head IS 'Signed heads of the log, by position and node. Rows are only ever added.';
COMMENT ON COLUMN signed_head.key_id IS 'The key that signed: the first half of the SHA-256 of its public half, hexadecimal';
COMMENT ON COLUMN signed_head.log_hash IS 'SHA-256 over every position, commit time and event hash up to the position';
COMMENT ON COLUMN signed_head.signed_at IS 'By the clock of the node';
COMMENT ON COLUMN signed_head.signature IS 'Ed25519 over the head as text (docs/adr/0010)';

CREATE TRIGGER signed_head_is_immutable
    BEFORE UPDATE OR DELETE OR TRUNCATE ON signed_head
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

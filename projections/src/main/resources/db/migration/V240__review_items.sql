-- What people have to look at. The open ones are listed by position, oldest first.
CREATE TABLE projection.wallet_review (
    review_id        text        PRIMARY KEY,
    kind             text        NOT NULL,
    brand_id         text        NOT NULL,
    player_id        text        NOT NULL,
    currency         text        NOT NULL,
    authorization_id text        NOT NULL,
    bucket_id        text        NOT NULL,
    requirement_id   text        NOT NULL,
    required_minor   bigint      NOT NULL,
    position         bigint      NOT NULL,
    opened_at        timestamptz NOT NULL,
    closed_at        timestamptz,
    closed_by        text,
    close_reason     text
);

CREATE INDEX wallet_review_open ON projection.wallet_review (position) WHERE closed_at IS NULL;

CREATE VIEW wallet_review AS
SELECT review_id, kind, brand_id, player_id, currency, authorization_id, bucket_id, requirement_id, required_minor,
       position, opened_at, closed_at, closed_by, close_reason
FROM projection.wallet_review;

CREATE TRIGGER wallet_review_is_read_only INSTEAD OF INSERT OR UPDATE OR DELETE ON wallet_review
    FOR EACH ROW EXECUTE FUNCTION projection.refuse_write_to_view();

COMMENT ON VIEW wallet_review IS 'One row per item that people have to look at; closed_at is null while it is open';

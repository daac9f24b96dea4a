-- Lots of points and what expired of them, at the same position as the balances: the wallet-ledger processor writes both.
CREATE TABLE projection.points_lot (
    lot_id      text        PRIMARY KEY,
    bucket_id   text        NOT NULL,
    brand_id    text        NOT NULL,
    player_id   text        NOT NULL,
    points      bigint      NOT NULL,
    remaining   bigint      NOT NULL,
    expires_at  timestamptz,
    restores    text,
    reason      text,
    position    bigint      NOT NULL,
    credited_at timestamptz NOT NULL
);

CREATE INDEX points_lot_player ON projection.points_lot (brand_id, player_id);
-- what a brand's expiration has to look at, and nothing else
CREATE INDEX points_lot_due ON projection.points_lot (brand_id, expires_at) WHERE remaining > 0 AND expires_at IS NOT NULL;

CREATE TABLE projection.points_expiry (
    expiry_id  text        PRIMARY KEY,
    lot_id     text        NOT NULL,
    bucket_id  text        NOT NULL,
    brand_id   text        NOT NULL,
    player_id  text        NOT NULL,
    points     bigint      NOT NULL,
    restored   bigint      NOT NULL,
    due_at     timestamptz NOT NULL,
    position   bigint      NOT NULL,
    expired_at timestamptz NOT NULL
);

CREATE INDEX points_expiry_player ON projection.points_expiry (brand_id, player_id);

-- A rebuild fills these from the same events as the balances.
CREATE OR REPLACE FUNCTION projection.empty_ledger() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM set_config('carat.rebuild', 'on', true);
    TRUNCATE projection.wallet_bucket, projection.wallet_ledger, projection.points_lot, projection.points_expiry;
    PERFORM set_config('carat.rebuild', 'off', true);
END
$$;

CREATE VIEW wallet_points_lot AS
SELECT lot_id, bucket_id, brand_id, player_id, points, remaining, expires_at, restores, reason, position, credited_at
FROM projection.points_lot;

CREATE TRIGGER wallet_points_lot_is_read_only INSTEAD OF INSERT OR UPDATE OR DELETE ON wallet_points_lot
    FOR EACH ROW EXECUTE FUNCTION projection.refuse_write_to_view();

COMMENT ON VIEW wallet_points_lot IS
    'One row per lot of points; what the lots of a bucket have remaining is its balance. restores names the expiry that a lot gave back';

CREATE VIEW wallet_points_expiry AS
SELECT expiry_id, lot_id, bucket_id, brand_id, player_id, points, restored, due_at, position, expired_at
FROM projection.points_expiry;

CREATE TRIGGER wallet_points_expiry_is_read_only INSTEAD OF INSERT OR UPDATE OR DELETE ON wallet_points_expiry
    FOR EACH ROW EXECUTE FUNCTION projection.refuse_write_to_view();

COMMENT ON VIEW wallet_points_expiry IS 'One row per lot that expired with anything left; restored is what was given back since';

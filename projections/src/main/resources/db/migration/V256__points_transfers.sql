-- Points that were exchanged for money in a NORMAL bucket.
CREATE TABLE projection.points_transfer (
    transfer_id      text        PRIMARY KEY,
    brand_id         text        NOT NULL,
    player_id        text        NOT NULL,
    currency         text        NOT NULL,
    from_bucket_id   text        NOT NULL,
    from_type_code   text        NOT NULL,
    to_bucket_id     text        NOT NULL,
    to_type_code     text        NOT NULL,
    offered          bigint      NOT NULL,
    points           bigint      NOT NULL,
    amount_minor     bigint      NOT NULL,
    requirement_id   text        NOT NULL,
    required_minor   bigint      NOT NULL,
    topology_code    text        NOT NULL,
    topology_version integer     NOT NULL,
    policy_code      text        NOT NULL,
    policy_version   integer     NOT NULL,
    position         bigint      NOT NULL,
    transferred_at   timestamptz NOT NULL
);

CREATE INDEX points_transfer_player ON projection.points_transfer (brand_id, player_id);

CREATE VIEW wallet_points_transfer AS
SELECT transfer_id, brand_id, player_id, currency, from_bucket_id, from_type_code, to_bucket_id, to_type_code, offered,
       points, amount_minor, requirement_id, required_minor, topology_code, topology_version, policy_code,
       policy_version, position, transferred_at
FROM projection.points_transfer;

CREATE TRIGGER wallet_points_transfer_is_read_only INSTEAD OF INSERT OR UPDATE OR DELETE ON wallet_points_transfer
    FOR EACH ROW EXECUTE FUNCTION projection.refuse_write_to_view();

COMMENT ON VIEW wallet_points_transfer IS
    'One row per transfer of points: offered is what was asked for, points what was taken in whole units of the rate';

-- A rebuild fills this too: the wallet-ledger processor writes all of it.
CREATE OR REPLACE FUNCTION projection.empty_ledger() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM set_config('carat.rebuild', 'on', true);
    TRUNCATE projection.wallet_bucket, projection.wallet_ledger, projection.points_lot, projection.points_expiry,
        projection.points_transfer;
    PERFORM set_config('carat.rebuild', 'off', true);
END
$$;

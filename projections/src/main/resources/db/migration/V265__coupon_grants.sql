-- Coupon grants, at the same position as the balances: the wallet-ledger processor writes both. A grant is an account of its
-- own: its ledger rows are in wallet_ledger under its id, with COUPON as the type of its bucket.
CREATE TABLE projection.coupon_grant (
    grant_id         text        PRIMARY KEY,
    campaign_id      text        NOT NULL,
    brand_id         text        NOT NULL,
    player_id        text        NOT NULL,
    currency         text        NOT NULL,
    trigger          text        NOT NULL,
    products         text[]      NOT NULL,
    providers        text[]      NOT NULL,
    payout_target    text        NOT NULL,
    stake_returned   boolean     NOT NULL,
    partial_use      boolean     NOT NULL,
    confirmed        boolean     NOT NULL,
    face_minor       bigint      NOT NULL,
    remaining_minor  bigint      NOT NULL,
    reserved_minor   bigint      NOT NULL,
    consumed_minor   bigint      NOT NULL,
    expired_minor    bigint      NOT NULL,
    revoked_minor    bigint      NOT NULL,
    entry            bigint      NOT NULL,
    topology_code    text        NOT NULL,
    topology_version integer     NOT NULL,
    policy_code      text        NOT NULL,
    policy_version   integer     NOT NULL,
    expires_at       timestamptz NOT NULL,
    granted_at       timestamptz NOT NULL,
    updated_at       timestamptz NOT NULL,
    position         bigint      NOT NULL
);

CREATE INDEX coupon_grant_player ON projection.coupon_grant (brand_id, player_id);
-- what the expiration has to look at, and nothing else
CREATE INDEX coupon_grant_due ON projection.coupon_grant (expires_at) WHERE remaining_minor > 0;

COMMENT ON TABLE projection.coupon_grant IS 'One row per coupon grant: its amounts, as running sums of its postings';

-- A rebuild fills this from the same events as the balances.
CREATE OR REPLACE FUNCTION projection.empty_ledger() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM set_config('carat.rebuild', 'on', true);
    TRUNCATE projection.wallet_bucket, projection.wallet_ledger, projection.points_lot, projection.points_expiry,
        projection.points_transfer, projection.coupon_grant;
    PERFORM set_config('carat.rebuild', 'off', true);
END
$$;

CREATE VIEW wallet_coupon_grant AS
SELECT grant_id, campaign_id, brand_id, player_id, currency, trigger,
       CASE WHEN reserved_minor > 0 THEN 'RESERVED'
            WHEN expired_minor > 0 THEN 'EXPIRED'
            WHEN revoked_minor > 0 THEN 'REVOKED'
            WHEN remaining_minor = 0 THEN 'CONSUMED'
            WHEN consumed_minor > 0 THEN 'PARTIALLY_USED'
            WHEN confirmed THEN 'ACTIVE'
            ELSE 'OFFERED' END AS status,
       face_minor, remaining_minor, reserved_minor, consumed_minor, expired_minor, revoked_minor, entry,
       products, providers, payout_target, stake_returned, partial_use, topology_code, topology_version, policy_code,
       policy_version, expires_at, granted_at, updated_at, position
FROM projection.coupon_grant;

CREATE TRIGGER wallet_coupon_grant_is_read_only INSTEAD OF INSERT OR UPDATE OR DELETE ON wallet_coupon_grant
    FOR EACH ROW EXECUTE FUNCTION projection.refuse_write_to_view();

COMMENT ON VIEW wallet_coupon_grant IS
    'One row per coupon grant: face = remaining + reserved + consumed + expired + revoked. Its rows in wallet_ledger have its id as bucket_id';

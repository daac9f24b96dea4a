-- The read model of bets and of the sources that funded them.

CREATE TABLE projection.wallet_bet_authorization (
    authorization_id text        PRIMARY KEY,
    brand_id         text        NOT NULL,
    player_id        text        NOT NULL,
    provider_id      text        NOT NULL,
    bet_id           text        NOT NULL,
    currency         text        NOT NULL,
    status           text        NOT NULL,
    round_id         text,
    game_id          text,
    product          text,
    stake_minor      bigint,
    odds_milli       integer,
    payout_minor     bigint      NOT NULL DEFAULT 0,
    refunded_minor   bigint      NOT NULL DEFAULT 0,
    topology_code    text,
    topology_version integer,
    policy_code      text,
    policy_version   integer,
    sequence         bigint      NOT NULL,
    position         bigint      NOT NULL,
    opened_at        timestamptz NOT NULL,
    updated_at       timestamptz NOT NULL,
    CONSTRAINT wallet_bet_authorization_bet UNIQUE (brand_id, provider_id, bet_id),
    CONSTRAINT wallet_bet_authorization_decided CHECK (
        num_nulls(round_id, game_id, product, stake_minor, topology_code, topology_version, policy_code, policy_version)
            = CASE status WHEN 'TOMBSTONED' THEN 8 ELSE 0 END)
) WITH (fillfactor = 70);

CREATE INDEX wallet_bet_authorization_player ON projection.wallet_bet_authorization (brand_id, player_id);
CREATE INDEX wallet_bet_authorization_open ON projection.wallet_bet_authorization (topology_code)
    WHERE status IN ('AUTHORIZED', 'PARTIALLY_SETTLED');

COMMENT ON COLUMN projection.wallet_bet_authorization.sequence IS 'Last event of its stream that is in here';

CREATE TABLE projection.wallet_bet_leg (
    authorization_id text    NOT NULL REFERENCES projection.wallet_bet_authorization,
    leg              integer NOT NULL,
    source           text    NOT NULL,
    bucket_id        text    NOT NULL,
    bucket_type_code text    NOT NULL,
    stake_minor      bigint  NOT NULL,
    payout_minor     bigint  NOT NULL DEFAULT 0,
    refunded_minor   bigint  NOT NULL DEFAULT 0,
    bonus_id         text,
    PRIMARY KEY (authorization_id, leg)
) WITH (fillfactor = 70);

CREATE VIEW wallet_bet_authorization AS
SELECT bet.authorization_id, bet.brand_id, bet.player_id, bet.provider_id, bet.bet_id, bet.currency, bet.status,
       bet.round_id, bet.game_id, bet.product, bet.stake_minor, bet.odds_milli, bet.payout_minor, bet.refunded_minor,
       bet.topology_code, bet.topology_version, bet.policy_code, bet.policy_version,
       (SELECT jsonb_agg(
                   jsonb_build_object(
                       'leg', leg.leg, 'source', leg.source, 'bucket', leg.bucket_type_code,
                       'stake', leg.stake_minor, 'payout', leg.payout_minor, 'refunded', leg.refunded_minor)
                   ORDER BY leg.leg)
        FROM projection.wallet_bet_leg AS leg
        WHERE leg.authorization_id = bet.authorization_id) AS funding,
       bet.position, bet.opened_at, bet.updated_at
FROM projection.wallet_bet_authorization AS bet;

CREATE TRIGGER wallet_bet_authorization_is_read_only INSTEAD OF INSERT OR UPDATE OR DELETE ON wallet_bet_authorization
    FOR EACH ROW EXECUTE FUNCTION projection.refuse_write_to_view();

-- What of a stake was sold back before the result.

ALTER TABLE projection.wallet_bet_authorization ADD COLUMN cashed_out_minor bigint NOT NULL DEFAULT 0;
ALTER TABLE projection.wallet_bet_leg ADD COLUMN cashed_out_minor bigint NOT NULL DEFAULT 0;

COMMENT ON COLUMN projection.wallet_bet_authorization.payout_minor IS
    'What the legs were paid, the price of cash-outs and corrections included';
COMMENT ON COLUMN projection.wallet_bet_authorization.cashed_out_minor IS 'The stake that was cashed out';

CREATE OR REPLACE VIEW wallet_bet_authorization AS
SELECT bet.authorization_id, bet.brand_id, bet.player_id, bet.provider_id, bet.bet_id, bet.currency, bet.status,
       bet.round_id, bet.game_id, bet.product, bet.stake_minor, bet.odds_milli, bet.payout_minor, bet.refunded_minor,
       bet.topology_code, bet.topology_version, bet.policy_code, bet.policy_version,
       (SELECT jsonb_agg(
                   jsonb_build_object(
                       'leg', leg.leg, 'source', leg.source, 'bucket', leg.bucket_type_code,
                       'stake', leg.stake_minor, 'payout', leg.payout_minor, 'refunded', leg.refunded_minor,
                       'cashedOut', leg.cashed_out_minor)
                   ORDER BY leg.leg)
        FROM projection.wallet_bet_leg AS leg
        WHERE leg.authorization_id = bet.authorization_id) AS funding,
       bet.position, bet.opened_at, bet.updated_at, bet.cashed_out_minor
FROM projection.wallet_bet_authorization AS bet;

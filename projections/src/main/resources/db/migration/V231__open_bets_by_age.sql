-- Open bets by provider and age: the report of holds and its gauges read this index, whatever the table's size.
CREATE INDEX wallet_bet_authorization_age
    ON projection.wallet_bet_authorization (provider_id, opened_at, authorization_id)
    WHERE status IN ('AUTHORIZED', 'PARTIALLY_SETTLED');

-- Bonuses that will expire and are not over: the work list of the job that forfeits them. What an attempt came to is not
-- kept here; the bonus's own events remove its row.
CREATE TABLE bonus_expiry (
    bonus_id        text        PRIMARY KEY,
    brand_id        text        NOT NULL,
    expires_at      timestamptz NOT NULL,
    next_attempt_at timestamptz NOT NULL
);

CREATE INDEX bonus_expiry_due ON bonus_expiry (next_attempt_at);

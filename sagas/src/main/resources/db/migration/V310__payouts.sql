-- What payment providers were asked to pay. A row is ASKED before anything is sent, so that after a crash the provider is
-- asked what became of it. next_attempt_at IS NULL: nothing is asked any more.
CREATE TABLE payout (
    withdrawal_id       text        PRIMARY KEY,
    payment_provider_id text        NOT NULL,
    amount_minor        bigint      NOT NULL CHECK (amount_minor > 0),
    currency            text        NOT NULL,
    destination         text,
    stage               text        NOT NULL CHECK (stage IN ('DUE', 'ASKED', 'PAID', 'FAILED', 'CONTRADICTED')),
    attempts            integer     NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    last_answer         text,
    opened_at           timestamptz NOT NULL,
    next_attempt_at     timestamptz,
    ended_at            timestamptz,
    CHECK ((next_attempt_at IS NULL) = (ended_at IS NOT NULL))
);

CREATE INDEX payout_due ON payout (payment_provider_id, next_attempt_at) WHERE next_attempt_at IS NOT NULL;
CREATE INDEX payout_open ON payout (opened_at) WHERE ended_at IS NULL;
CREATE INDEX payout_contradicted ON payout (withdrawal_id) WHERE stage = 'CONTRADICTED';

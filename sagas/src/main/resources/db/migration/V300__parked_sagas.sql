-- Commands that a saga could not get done, with why and when they are tried next.
-- next_attempt_at IS NULL: waits for an operator, who sets it to now() once the cause is mended.
CREATE TABLE saga_parked (
    saga            text        NOT NULL,
    saga_key        text        NOT NULL,
    command_id      text        NOT NULL,
    command_name    text        NOT NULL,
    command         text        NOT NULL,
    cause           text        NOT NULL,
    attempts        integer     NOT NULL CHECK (attempts >= 0),
    parked_at       timestamptz NOT NULL,
    next_attempt_at timestamptz,
    PRIMARY KEY (saga, saga_key, command_id)
);

CREATE INDEX saga_parked_due ON saga_parked (next_attempt_at) WHERE next_attempt_at IS NOT NULL;

-- What provider callbacks are verified with: a shared HMAC key, or the public key of the provider's signing key.
CREATE TABLE provider_secret (
    provider_id text        PRIMARY KEY,
    kind        text        NOT NULL CHECK (kind IN ('HMAC_SHA256', 'RSA_PUBLIC_KEY')),
    secret      text        NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now()
);

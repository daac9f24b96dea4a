-- Bearer tokens. The token itself is never stored: token_hash is its SHA-256.
CREATE TABLE api_token (
    token_hash   bytea       PRIMARY KEY CHECK (octet_length(token_hash) = 32),
    name         text        NOT NULL,
    role         text        NOT NULL CHECK (role IN ('ADMIN', 'OPERATOR', 'PROVIDER', 'FINANCE', 'OPS')),
    brand_id     text,                               -- null: every brand
    provider_ids text[]      NOT NULL DEFAULT '{}',  -- what a PROVIDER may act for
    created_at   timestamptz NOT NULL DEFAULT now(),
    revoked_at   timestamptz,
    CHECK (role <> 'PROVIDER' OR cardinality(provider_ids) > 0)
);

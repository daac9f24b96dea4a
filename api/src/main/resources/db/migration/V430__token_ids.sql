-- People name a token by its id: neither the token nor its hash is for their eyes. Who made or revoked it, and why, is in the
-- audit log.
ALTER TABLE api_token ADD COLUMN token_id text NOT NULL DEFAULT gen_random_uuid()::text UNIQUE;

-- The read models of the catalogue: brands, providers with the versions of their profiles, games.

CREATE TABLE projection.wallet_brand (
    brand_id   text        PRIMARY KEY,
    currencies text[]      NOT NULL,
    zone       text        NOT NULL,
    position   bigint      NOT NULL,
    changed_at timestamptz NOT NULL
);

CREATE TABLE projection.wallet_provider (
    provider_id    text        PRIMARY KEY,
    active_profile integer,
    key_digest     text,
    position       bigint      NOT NULL,
    changed_at     timestamptz NOT NULL
);

COMMENT ON COLUMN projection.wallet_provider.key_digest IS
    'Tells the key that staff set last from others; null while it is the one of the first start';

CREATE TABLE projection.wallet_provider_profile (
    provider_id     text        NOT NULL,
    profile_version integer     NOT NULL,
    definition      jsonb       NOT NULL,
    position        bigint      NOT NULL,
    defined_at      timestamptz NOT NULL,
    PRIMARY KEY (provider_id, profile_version)
);

CREATE TABLE projection.wallet_game (
    provider_id text        NOT NULL,
    game_id     text        NOT NULL,
    product     text        NOT NULL,
    position    bigint      NOT NULL,
    changed_at  timestamptz NOT NULL,
    PRIMARY KEY (provider_id, game_id)
);

CREATE VIEW wallet_brand AS
SELECT brand_id, currencies, zone, position, changed_at FROM projection.wallet_brand;

CREATE TRIGGER wallet_brand_is_read_only INSTEAD OF INSERT OR UPDATE OR DELETE ON wallet_brand
    FOR EACH ROW EXECUTE FUNCTION projection.refuse_write_to_view();

CREATE VIEW wallet_provider AS
SELECT provider_id, active_profile, key_digest, position, changed_at FROM projection.wallet_provider;

CREATE TRIGGER wallet_provider_is_read_only INSTEAD OF INSERT OR UPDATE OR DELETE ON wallet_provider
    FOR EACH ROW EXECUTE FUNCTION projection.refuse_write_to_view();

CREATE VIEW wallet_provider_profile AS
SELECT provider_id, profile_version, definition, position, defined_at FROM projection.wallet_provider_profile;

CREATE TRIGGER wallet_provider_profile_is_read_only INSTEAD OF INSERT OR UPDATE OR DELETE ON wallet_provider_profile
    FOR EACH ROW EXECUTE FUNCTION projection.refuse_write_to_view();

CREATE VIEW wallet_game AS
SELECT provider_id, game_id, product, position, changed_at FROM projection.wallet_game;

CREATE TRIGGER wallet_game_is_read_only INSTEAD OF INSERT OR UPDATE OR DELETE ON wallet_game
    FOR EACH ROW EXECUTE FUNCTION projection.refuse_write_to_view();

-- Transfers between buckets, and requirements with everything that counted towards them or moved away.
CREATE TABLE projection.wallet_transfer (
    transfer_id       text        PRIMARY KEY,
    brand_id          text        NOT NULL,
    player_id         text        NOT NULL,
    currency          text        NOT NULL,
    amount_minor      bigint      NOT NULL,
    from_bucket_id    text        NOT NULL,
    from_type_code    text        NOT NULL,
    to_bucket_id      text        NOT NULL,
    to_type_code      text        NOT NULL,
    rolling_minor     bigint      NOT NULL,
    topology_code     text        NOT NULL,
    topology_version  integer     NOT NULL,
    policy_code       text        NOT NULL,
    policy_version    integer     NOT NULL,
    position          bigint      NOT NULL,
    made_at           timestamptz NOT NULL
);

CREATE INDEX wallet_transfer_by_player ON projection.wallet_transfer (brand_id, player_id, position);

CREATE TABLE projection.wallet_requirement (
    requirement_id    text        PRIMARY KEY,
    bucket_id         text        NOT NULL,
    brand_id          text        NOT NULL,
    player_id         text        NOT NULL,
    currency          text        NOT NULL,
    bucket_type_code  text        NOT NULL,
    kind              text        NOT NULL,
    source_id         text        NOT NULL,
    sequence          bigint      NOT NULL,
    priority          integer     NOT NULL,
    base_minor        bigint      NOT NULL,
    multiplier_bps    integer     NOT NULL,
    required_minor    bigint      NOT NULL,
    contributions     text        NOT NULL,
    topology_code     text        NOT NULL,
    topology_version  integer     NOT NULL,
    policy_code       text        NOT NULL,
    policy_version    integer     NOT NULL,
    expires_at        timestamptz,
    parent_id         text,
    status            text        NOT NULL,
    ended_by          text,
    created_at        timestamptz NOT NULL,
    changed_position  bigint      NOT NULL
);

CREATE INDEX wallet_requirement_by_player ON projection.wallet_requirement (brand_id, player_id);
CREATE INDEX wallet_requirement_by_parent ON projection.wallet_requirement (parent_id) WHERE parent_id IS NOT NULL;

-- One row per event; what was wagered and what moved are sums over these rows, so that each row explains them.
CREATE TABLE projection.wallet_requirement_entry (
    position          bigint      PRIMARY KEY,
    requirement_id    text        NOT NULL,
    entry             text        NOT NULL,
    reference_id      text,
    stake_minor       bigint      NOT NULL,
    rate_bps          integer,
    progress_minor    bigint      NOT NULL,
    moved_minor       bigint      NOT NULL,
    required_minor    bigint,
    occurred_at       timestamptz NOT NULL
);

CREATE INDEX wallet_requirement_entry_by_requirement
    ON projection.wallet_requirement_entry (requirement_id, position);

CREATE VIEW wallet_transfer AS
SELECT transfer_id, brand_id, player_id, currency, amount_minor, from_bucket_id, from_type_code, to_bucket_id, to_type_code,
       rolling_minor, topology_code, topology_version, policy_code, policy_version, position, made_at
FROM projection.wallet_transfer;

CREATE VIEW wallet_requirement AS
SELECT r.requirement_id, r.bucket_id, r.brand_id, r.player_id, r.currency, r.bucket_type_code, r.kind, r.source_id,
       r.sequence, r.priority, r.base_minor, r.multiplier_bps, r.required_minor,
       coalesce(sum(e.progress_minor), 0)::bigint AS progress_minor,
       coalesce(sum(e.moved_minor), 0)::bigint AS moved_minor,
       r.topology_code, r.topology_version, r.policy_code, r.policy_version, r.expires_at, r.parent_id, r.status, r.ended_by,
       r.created_at
FROM projection.wallet_requirement r
LEFT JOIN projection.wallet_requirement_entry e ON e.requirement_id = r.requirement_id
GROUP BY r.requirement_id;

CREATE VIEW wallet_requirement_entry AS
SELECT position, requirement_id, entry, reference_id, stake_minor, rate_bps, progress_minor, moved_minor, required_minor,
       occurred_at
FROM projection.wallet_requirement_entry;

CREATE TRIGGER wallet_transfer_is_read_only INSTEAD OF INSERT OR UPDATE OR DELETE ON wallet_transfer
    FOR EACH ROW EXECUTE FUNCTION projection.refuse_write_to_view();

CREATE TRIGGER wallet_requirement_is_read_only INSTEAD OF INSERT OR UPDATE OR DELETE ON wallet_requirement
    FOR EACH ROW EXECUTE FUNCTION projection.refuse_write_to_view();

CREATE TRIGGER wallet_requirement_entry_is_read_only INSTEAD OF INSERT OR UPDATE OR DELETE ON wallet_requirement_entry
    FOR EACH ROW EXECUTE FUNCTION projection.refuse_write_to_view();

COMMENT ON VIEW wallet_transfer IS 'One row per transfer between NORMAL buckets; amounts in minor units';
COMMENT ON VIEW wallet_requirement IS 'One row per wagering requirement, over or not; amounts in minor units';
COMMENT ON VIEW wallet_requirement_entry IS 'What counted towards a requirement, was taken back, or moved away';

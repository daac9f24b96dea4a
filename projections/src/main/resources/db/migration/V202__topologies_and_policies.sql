-- The read models of topologies and policies: every version, and which of them is active.

CREATE TABLE projection.wallet_topology (
    topology_code    text        NOT NULL,
    topology_version integer     NOT NULL,
    active           boolean     NOT NULL DEFAULT false,
    definition       jsonb       NOT NULL,
    position         bigint      NOT NULL,
    defined_at       timestamptz NOT NULL,
    activated_at     timestamptz,
    PRIMARY KEY (topology_code, topology_version)
);

CREATE UNIQUE INDEX wallet_topology_one_active ON projection.wallet_topology (active) WHERE active;

COMMENT ON COLUMN projection.wallet_topology.activated_at IS 'When it was last activated';

CREATE TABLE projection.wallet_policy (
    policy_code    text        NOT NULL,
    policy_version integer     NOT NULL,
    active         boolean     NOT NULL,
    definition     jsonb       NOT NULL,
    position       bigint      NOT NULL,
    defined_at     timestamptz NOT NULL,
    PRIMARY KEY (policy_code, policy_version)
);

CREATE UNIQUE INDEX wallet_policy_one_active ON projection.wallet_policy (policy_code) WHERE active;

CREATE VIEW wallet_topology AS
SELECT topology_code, topology_version, active, definition, position, defined_at, activated_at
FROM projection.wallet_topology;

CREATE TRIGGER wallet_topology_is_read_only INSTEAD OF INSERT OR UPDATE OR DELETE ON wallet_topology
    FOR EACH ROW EXECUTE FUNCTION projection.refuse_write_to_view();

CREATE VIEW wallet_policy AS
SELECT policy_code, policy_version, active, definition, position, defined_at
FROM projection.wallet_policy;

CREATE TRIGGER wallet_policy_is_read_only INSTEAD OF INSERT OR UPDATE OR DELETE ON wallet_policy
    FOR EACH ROW EXECUTE FUNCTION projection.refuse_write_to_view();

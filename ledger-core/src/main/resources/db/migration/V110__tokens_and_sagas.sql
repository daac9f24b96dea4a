-- What Axon keeps beside the events: how far each processor has come, and the sagas.

CREATE TABLE token_entry (
    processor_name varchar(255) NOT NULL,
    segment        integer      NOT NULL,
    token          bytea,
    token_type     varchar(255),
    timestamp      varchar(255),
    owner          varchar(255),
    PRIMARY KEY (processor_name, segment)
) WITH (fillfactor = 50);

CREATE TABLE saga_entry (
    saga_id         varchar(255) PRIMARY KEY,
    saga_type       varchar(255) NOT NULL,
    revision        varchar(255),
    serialized_saga bytea        NOT NULL
) WITH (fillfactor = 70);

CREATE TABLE saga_association (
    id                bigint       GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    association_key   varchar(255) NOT NULL,
    association_value varchar(255) NOT NULL,
    saga_type         varchar(255) NOT NULL,
    saga_id           varchar(255) NOT NULL
);

CREATE INDEX saga_association_value ON saga_association (association_value, association_key, saga_type);
CREATE INDEX saga_association_saga ON saga_association (saga_id);

COMMENT ON TABLE token_entry IS 'Per processor and segment: the last event that it has taken, and the node that runs it';
COMMENT ON TABLE saga_entry IS 'Running process managers, as JSON';
COMMENT ON TABLE saga_association IS 'Which events concern which saga';

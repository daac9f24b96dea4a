-- Which event store the tokens and read models of this database follow. Positions of one store mean nothing in another.
CREATE TABLE event_store_choice (
    only_row  boolean     PRIMARY KEY DEFAULT true CHECK (only_row),
    kind      text        NOT NULL CHECK (kind IN ('postgres', 'axonserver')),
    chosen_at timestamptz NOT NULL DEFAULT now()
);

-- A database that is older than the choice has its events in itself.
INSERT INTO event_store_choice (kind) SELECT 'postgres' WHERE EXISTS (SELECT FROM domain_event);

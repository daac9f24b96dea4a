-- Statements of payment providers that were compared with the ledger, each with the report that came of it.
CREATE TABLE payment_statement (
    brand_id     text        NOT NULL,
    statement_id text        NOT NULL,
    fingerprint  text        NOT NULL,
    report       text        NOT NULL,
    imported_at  timestamptz NOT NULL,
    imported_by  text        NOT NULL,
    PRIMARY KEY (brand_id, statement_id)
);

-- The payments that statements say were made: one that an earlier statement has is neither missing nor made again.
CREATE TABLE payment_statement_line (
    brand_id     text NOT NULL,
    journal_id   text NOT NULL,
    statement_id text NOT NULL,
    PRIMARY KEY (brand_id, journal_id, statement_id),
    FOREIGN KEY (brand_id, statement_id) REFERENCES payment_statement
);

-- The comparator: a double-entry transfer as somebody would write it by hand, with as little work as still makes a ledger:
-- one row per account, two rows per transfer, one index each. No request keys, no rules beside "not below zero".

CREATE TABLE account (
    id      bigint PRIMARY KEY,
    balance bigint NOT NULL CHECK (balance >= 0)
) WITH (fillfactor = 50);

CREATE SEQUENCE transfer_id CACHE 100;

CREATE TABLE entry (
    account_id  bigint      NOT NULL,
    transfer_id bigint      NOT NULL,
    amount      bigint      NOT NULL,
    balance     bigint      NOT NULL,
    made_at     timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (account_id, transfer_id)
);

-- The account with the lower id is locked first, so that no two transfers wait for each other.
CREATE FUNCTION transfer(payer bigint, payee bigint, moved bigint) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    transfer_id  bigint := nextval('transfer_id');
    payer_after  bigint;
    payee_after  bigint;
BEGIN
    IF payer < payee THEN
        UPDATE account SET balance = balance - moved WHERE id = payer RETURNING balance INTO STRICT payer_after;
        UPDATE account SET balance = balance + moved WHERE id = payee RETURNING balance INTO STRICT payee_after;
    ELSE
        UPDATE account SET balance = balance + moved WHERE id = payee RETURNING balance INTO STRICT payee_after;
        UPDATE account SET balance = balance - moved WHERE id = payer RETURNING balance INTO STRICT payer_after;
    END IF;
    INSERT INTO entry (account_id, transfer_id, amount, balance)
    VALUES (payer, transfer_id, -moved, payer_after), (payee, transfer_id, moved, payee_after);
    RETURN transfer_id;
END
$$;

CREATE TABLE transfer (
    request_key uuid   PRIMARY KEY,
    transfer_id bigint NOT NULL
);

-- The same once per request key; a key that is used again fails.
CREATE FUNCTION transfer_once(request_key uuid, payer bigint, payee bigint, moved bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO transfer VALUES (request_key, transfer(payer, payee, moved));
END
$$;

-- What each school buys under an executed contract, as procurement-service told it. It never changes.
CREATE TABLE contract_share (
    contract_id  uuid        NOT NULL,
    school_code  text        NOT NULL REFERENCES school (code),
    fund_id      uuid        NOT NULL REFERENCES fund (id),
    amount_cents bigint      NOT NULL CONSTRAINT contract_share_amount_positive CHECK (amount_cents > 0),
    executed_at  timestamptz NOT NULL,
    CONSTRAINT contract_share_pkey PRIMARY KEY (contract_id, school_code)
);

CREATE INDEX contract_share_by_fund ON contract_share (fund_id);

-- What was paid from each school's line for one invoice, as procurement-service told it. It never changes.
CREATE TABLE invoice_payment (
    invoice_id   uuid        NOT NULL,
    school_code  text        NOT NULL REFERENCES school (code),
    contract_id  uuid        NOT NULL,
    fund_id      uuid        NOT NULL REFERENCES fund (id),
    amount_cents bigint      NOT NULL CONSTRAINT invoice_payment_amount_positive CHECK (amount_cents > 0),
    paid_at      timestamptz NOT NULL,
    CONSTRAINT invoice_payment_pkey PRIMARY KEY (invoice_id, school_code)
);

CREATE INDEX invoice_payment_by_fund ON invoice_payment (fund_id);

REVOKE UPDATE, DELETE, TRUNCATE ON contract_share, invoice_payment FROM ${app_role};

-- Requisition and purchase order of a contract, as procurement-service told them when it bound.
CREATE TABLE purchase_order (
    contract_id uuid        NOT NULL CONSTRAINT purchase_order_is_one_per_contract PRIMARY KEY,
    requisition text        NOT NULL,
    number      text        NOT NULL,
    starts_on   date        NOT NULL,
    ends_on     date        NOT NULL,
    issued_at   timestamptz NOT NULL
);

REVOKE UPDATE, DELETE, TRUNCATE ON purchase_order FROM ${app_role};

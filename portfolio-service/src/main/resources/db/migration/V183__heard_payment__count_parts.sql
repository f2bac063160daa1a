-- Each payment upon an invoice, and what credit notes gave back of what was paid, each once. What an invoice took is what its
-- payments took together, or what was told of it when nothing was due any more (heard_payment), whichever is more: payments
-- that were made before this service listened to them are in the latter only.
CREATE TABLE heard_part (
    payment_id  uuid   NOT NULL CONSTRAINT heard_part_pkey PRIMARY KEY,
    invoice_id  uuid   NOT NULL,
    contract_id uuid   NOT NULL,
    cents       bigint NOT NULL CONSTRAINT heard_part_not_negative CHECK (cents >= 0)
);

CREATE INDEX heard_part_by_contract ON heard_part (contract_id);

CREATE TABLE heard_return (
    credit_note_id uuid   NOT NULL CONSTRAINT heard_return_pkey PRIMARY KEY,
    contract_id    uuid   NOT NULL,
    cents          bigint NOT NULL CONSTRAINT heard_return_not_negative CHECK (cents >= 0)
);

CREATE INDEX heard_return_by_contract ON heard_return (contract_id);

REVOKE UPDATE, DELETE, TRUNCATE ON heard_part, heard_return FROM ${app_role};

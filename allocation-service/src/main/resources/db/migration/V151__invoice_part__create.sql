-- What was paid from each school's line by one payment of the city, and what a credit note gave back of what was paid, as
-- procurement-service told them. They never change. What an invoice took in all is what its payments took together, or what
-- was told of it when nothing was due any more, whichever is more: payments that were made before this service listened to
-- them are in the latter only.
CREATE TABLE invoice_part (
    payment_id   uuid        NOT NULL,
    school_code  text        NOT NULL REFERENCES school (code),
    invoice_id   uuid        NOT NULL,
    contract_id  uuid        NOT NULL,
    fund_id      uuid        NOT NULL REFERENCES fund (id),
    amount_cents bigint      NOT NULL CONSTRAINT invoice_part_amount_positive CHECK (amount_cents > 0),
    made_at      timestamptz NOT NULL,
    CONSTRAINT invoice_part_pkey PRIMARY KEY (payment_id, school_code)
);

CREATE INDEX invoice_part_by_fund ON invoice_part (fund_id);

CREATE TABLE invoice_return (
    credit_note_id uuid        NOT NULL CONSTRAINT invoice_return_pkey PRIMARY KEY,
    school_code    text        NOT NULL REFERENCES school (code),
    invoice_id     uuid        NOT NULL,
    contract_id    uuid        NOT NULL,
    fund_id        uuid        NOT NULL REFERENCES fund (id),
    amount_cents   bigint      NOT NULL CONSTRAINT invoice_return_amount_positive CHECK (amount_cents > 0),
    credited_at    timestamptz NOT NULL
);

CREATE INDEX invoice_return_by_fund ON invoice_return (fund_id);

REVOKE UPDATE, DELETE, TRUNCATE ON invoice_part, invoice_return FROM ${app_role};

-- A partner's invoice and what it asks of each school. Amounts are whole US cents.
CREATE TABLE invoice (
    id           uuid        NOT NULL CONSTRAINT invoice_is_known_by_its_id PRIMARY KEY,
    contract_id  uuid        NOT NULL CONSTRAINT invoice_belongs_to_a_contract REFERENCES contract (id),
    partner_id   uuid        NOT NULL,
    number       text        NOT NULL,
    amount_cents bigint      NOT NULL CONSTRAINT invoice_asks_for_something CHECK (amount_cents > 0),
    state        text        NOT NULL CONSTRAINT invoice_state_known
                             CHECK (state IN ('submitted', 'verified', 'rejected', 'certified', 'received', 'paid')),
    document     jsonb       NOT NULL,
    modified_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    version      bigint      NOT NULL DEFAULT 1,
    CONSTRAINT invoice_number_is_used_once_by_a_partner UNIQUE (partner_id, number)
);
CREATE INDEX invoice_of_contract ON invoice (contract_id);
REVOKE DELETE, TRUNCATE ON invoice FROM ${app_role};

CREATE TABLE invoice_line (
    invoice_id    uuid    NOT NULL CONSTRAINT invoice_line_belongs_to_an_invoice REFERENCES invoice (id),
    place         integer NOT NULL,
    fund_id       uuid    NOT NULL,
    school_code   text    NOT NULL,
    amount_cents  bigint  NOT NULL CONSTRAINT invoice_line_asks_for_something CHECK (amount_cents > 0),
    CONSTRAINT invoice_line_in_order PRIMARY KEY (invoice_id, place)
);
CREATE INDEX invoice_line_of_school ON invoice_line (fund_id, school_code);
REVOKE UPDATE, DELETE, TRUNCATE ON invoice_line FROM ${app_role};

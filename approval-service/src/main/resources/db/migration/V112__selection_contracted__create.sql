-- What of a selection is under contract, as procurement said; only ever added. The sum is counted against the allocation
-- whatever becomes of the selection. Amounts are whole US cents.
ALTER TABLE selection ADD COLUMN contracted_cents bigint NOT NULL DEFAULT 0
    CONSTRAINT selection_contracted_not_negative CHECK (contracted_cents >= 0);

CREATE TABLE selection_contracted (
    selection_id  uuid        NOT NULL REFERENCES selection (id),
    place         integer     NOT NULL,
    contract_id   uuid        NOT NULL,
    process_id    uuid        NOT NULL,
    line_id       uuid        NOT NULL,
    program_id    uuid        NOT NULL,
    amount_cents  bigint      NOT NULL,
    contracted_at timestamptz NOT NULL,
    CONSTRAINT selection_contracted_pkey PRIMARY KEY (selection_id, place),
    CONSTRAINT selection_contracted_once_per_line_and_contract UNIQUE (contract_id, line_id)
);

REVOKE UPDATE, DELETE, TRUNCATE ON selection_contracted FROM ${app_role};

-- A contract and what each school buys under it. Amounts are whole US cents of this fund year.
CREATE TABLE contract (
    id           uuid        NOT NULL CONSTRAINT contract_is_known_by_its_id PRIMARY KEY,
    process_id   uuid        NOT NULL CONSTRAINT contract_is_one_per_process UNIQUE
                             CONSTRAINT contract_comes_from_a_process REFERENCES contracting_process (id),
    fund_id      uuid        NOT NULL,
    partner_id   uuid        NOT NULL,
    amount_cents bigint      NOT NULL CONSTRAINT contract_is_worth_something CHECK (amount_cents > 0),
    state        text        NOT NULL CONSTRAINT contract_state_known CHECK (state IN ('draft', 'executed')),
    executed_at  timestamptz CONSTRAINT contract_executed_at_iff_executed CHECK ((executed_at IS NOT NULL) = (state = 'executed')),
    document     jsonb       NOT NULL,
    modified_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    version      bigint      NOT NULL DEFAULT 1
);
CREATE INDEX contract_of_partner ON contract (partner_id);
REVOKE DELETE, TRUNCATE ON contract FROM ${app_role};

CREATE TABLE contract_share (
    contract_id    uuid   NOT NULL CONSTRAINT contract_share_belongs_to_a_contract REFERENCES contract (id),
    line_id        uuid   NOT NULL,
    selection_id   uuid   NOT NULL,
    fund_id        uuid   NOT NULL,
    school_code    text   NOT NULL,
    amount_cents   bigint NOT NULL CONSTRAINT contract_share_is_worth_something CHECK (amount_cents > 0),
    reservation_id uuid   NOT NULL CONSTRAINT contract_share_rests_on_a_reservation REFERENCES reserved_line (commitment_id),
    encumbrance_id uuid   CONSTRAINT contract_share_is_encumbered_by_a_commitment REFERENCES commitment (id),
    CONSTRAINT contract_share_is_one_per_line PRIMARY KEY (contract_id, selection_id, line_id)
);
CREATE INDEX contract_share_of_school ON contract_share (fund_id, school_code);
REVOKE DELETE, TRUNCATE ON contract_share FROM ${app_role};

ALTER TABLE reserved_line ADD CONSTRAINT reserved_line_contract_exists FOREIGN KEY (contract_id) REFERENCES contract (id);

-- Requisition and purchase order numbers; gaps are allowed, repeats are not.
CREATE SEQUENCE purchase_order_number;
GRANT USAGE ON SEQUENCE purchase_order_number TO ${app_role};

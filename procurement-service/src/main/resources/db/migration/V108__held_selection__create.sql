-- What the ledger answered to the newest version of each approved selection.
CREATE TABLE held_selection (
    selection_id uuid        NOT NULL CONSTRAINT held_selection_is_one_per_selection PRIMARY KEY,
    version      integer     NOT NULL,
    fund_id      uuid        NOT NULL,
    school_code  text        NOT NULL CONSTRAINT held_selection_school_code_has_eight_digits CHECK (school_code ~ '^\d{8}$'),
    state        text        NOT NULL CONSTRAINT held_selection_state_known CHECK (state IN ('held', 'refused', 'withdrawn')),
    reason       text        CONSTRAINT held_selection_reason_unless_held CHECK ((reason IS NULL) = (state = 'held')),
    decided_at   timestamptz NOT NULL
);
REVOKE DELETE, TRUNCATE ON held_selection FROM ${app_role};

-- A line of a selection whose money is set aside, from its reservation to its contract. Amounts are whole US cents.
CREATE TABLE reserved_line (
    commitment_id uuid    NOT NULL CONSTRAINT reserved_line_is_known_by_its_commitment PRIMARY KEY
                          CONSTRAINT reserved_line_has_a_commitment REFERENCES commitment (id),
    selection_id  uuid    NOT NULL CONSTRAINT reserved_line_belongs_to_a_selection REFERENCES held_selection (selection_id),
    version       integer NOT NULL,
    line_id       uuid    NOT NULL,
    fund_id       uuid    NOT NULL,
    fiscal_year   integer NOT NULL,
    school_code   text    NOT NULL,
    program_id    uuid    NOT NULL,
    program_name  text    NOT NULL,
    partner_id    uuid    NOT NULL,
    partner_name  text    NOT NULL,
    service_area  text    NOT NULL,
    amount_cents  bigint  NOT NULL CONSTRAINT reserved_line_holds_at_least_one_cent CHECK (amount_cents > 0),
    state         text    NOT NULL CONSTRAINT reserved_line_state_known CHECK (state IN ('held', 'released', 'encumbered')),
    process_id    uuid,
    awarded_cents bigint  CONSTRAINT reserved_line_award_within_what_is_held CHECK (awarded_cents BETWEEN 1 AND amount_cents),
    contract_id   uuid    CONSTRAINT reserved_line_contract_after_award CHECK (contract_id IS NULL OR awarded_cents IS NOT NULL),
    CONSTRAINT reserved_line_is_one_per_version UNIQUE (selection_id, version, line_id),
    CONSTRAINT reserved_line_encumbered_under_a_contract CHECK (state <> 'encumbered' OR contract_id IS NOT NULL)
);
CREATE INDEX reserved_line_to_buy ON reserved_line (fund_id, program_id) WHERE state = 'held' AND process_id IS NULL;
CREATE INDEX reserved_line_of_process ON reserved_line (process_id);
CREATE INDEX reserved_line_of_school ON reserved_line (fund_id, school_code);
REVOKE DELETE, TRUNCATE ON reserved_line FROM ${app_role};

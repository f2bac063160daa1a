-- What the end of a fund's year left, as it was in that moment: never changed afterwards (docs/policy/ledger.md §7).
-- Amounts are whole US cents.
CREATE TABLE year_end (
    fund_id     uuid        NOT NULL CONSTRAINT year_end_is_one_per_fund PRIMARY KEY REFERENCES remembered_fund (id),
    fiscal_year integer     NOT NULL,
    closed_at   timestamptz NOT NULL,
    cause       text        NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE TABLE year_end_line (
    line_id            uuid   NOT NULL CONSTRAINT year_end_line_is_one_per_line PRIMARY KEY REFERENCES budget_line (id),
    fund_id            uuid   NOT NULL CONSTRAINT year_end_line_belongs_to_a_year_end REFERENCES year_end (fund_id),
    school_code        text   NOT NULL,
    planned_cents      bigint NOT NULL,
    appropriated_cents bigint NOT NULL,
    expended_cents     bigint NOT NULL,
    carried_cents      bigint NOT NULL,
    lapsed_cents       bigint NOT NULL,
    CONSTRAINT year_end_line_adds_up CHECK (carried_cents + lapsed_cents
        = planned_cents + appropriated_cents - expended_cents)
);
CREATE INDEX year_end_line_of_fund ON year_end_line (fund_id, school_code);
-- Which contract carries what of a line into the next year: owed by an executed one, or set aside for a draft.
CREATE TABLE year_end_carried (
    line_id     uuid   NOT NULL CONSTRAINT year_end_carried_belongs_to_a_line REFERENCES year_end_line (line_id),
    contract_id uuid   NOT NULL CONSTRAINT year_end_carried_by_a_contract REFERENCES contract (id),
    fund_id     uuid   NOT NULL,
    school_code text   NOT NULL,
    encumbered_cents bigint NOT NULL CONSTRAINT year_end_carried_encumbered_not_negative CHECK (encumbered_cents >= 0),
    reserved_cents   bigint NOT NULL CONSTRAINT year_end_carried_reserved_not_negative CHECK (reserved_cents >= 0),
    CONSTRAINT year_end_carried_is_one_per_line_and_contract PRIMARY KEY (line_id, contract_id),
    CONSTRAINT year_end_carried_is_something CHECK (encumbered_cents + reserved_cents > 0)
);
CREATE INDEX year_end_carried_of_fund ON year_end_carried (fund_id, school_code, contract_id);
REVOKE ALL ON year_end, year_end_line, year_end_carried FROM ${app_role};
GRANT SELECT, INSERT ON year_end, year_end_line, year_end_carried TO ${app_role};

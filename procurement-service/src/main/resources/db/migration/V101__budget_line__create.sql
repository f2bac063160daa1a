-- One school's restricted line in one fund, with its balances. The application may open a line and read it; only the
-- ledger's trigger changes a balance (V104). Amounts are whole US cents.
CREATE TABLE budget_line (
    id                    uuid        NOT NULL CONSTRAINT budget_line_is_known_by_its_id PRIMARY KEY,
    fund_id               uuid        NOT NULL
                                      CONSTRAINT budget_line_belongs_to_a_remembered_fund REFERENCES remembered_fund (id),
    fiscal_year           integer     NOT NULL,
    school_code           text        NOT NULL
                                      CONSTRAINT budget_line_school_code_has_eight_digits CHECK (school_code ~ '^\d{8}$'),
    school_name           text        NOT NULL,
    account               text        NOT NULL,
    fund                  text        NOT NULL,
    responsibility_centre text        NOT NULL
                                      CONSTRAINT budget_line_responsibility_centre_has_six_digits
                                      CHECK (responsibility_centre ~ '^\d{6}$'),
    program               text        NOT NULL CONSTRAINT budget_line_program_is_partnership_funds CHECK (program = '2536'),
    subclass              text        NOT NULL,
    opened_at             timestamptz NOT NULL,
    version               bigint      NOT NULL DEFAULT 1,
    modified_at           timestamptz NOT NULL DEFAULT now(),
    planned_cents         bigint      NOT NULL DEFAULT 0
                                      CONSTRAINT budget_line_planned_is_never_negative CHECK (planned_cents >= 0),
    appropriated_cents    bigint      NOT NULL DEFAULT 0
                                      CONSTRAINT budget_line_appropriated_is_never_negative CHECK (appropriated_cents >= 0),
    available_cents       bigint      NOT NULL DEFAULT 0
                                      CONSTRAINT budget_line_available_is_never_negative CHECK (available_cents >= 0),
    reserved_cents        bigint      NOT NULL DEFAULT 0
                                      CONSTRAINT budget_line_reserved_is_never_negative CHECK (reserved_cents >= 0),
    encumbered_cents      bigint      NOT NULL DEFAULT 0
                                      CONSTRAINT budget_line_encumbered_is_never_negative CHECK (encumbered_cents >= 0),
    expended_cents        bigint      NOT NULL DEFAULT 0
                                      CONSTRAINT budget_line_expended_is_never_negative CHECK (expended_cents >= 0),
    lapsed_cents          bigint      NOT NULL DEFAULT 0
                                      CONSTRAINT budget_line_lapsed_is_never_negative CHECK (lapsed_cents >= 0),
    CONSTRAINT budget_line_is_one_per_fund_and_school UNIQUE (fund_id, school_code),
    CONSTRAINT budget_line_debits_equal_credits CHECK (planned_cents + appropriated_cents
        = available_cents + reserved_cents + encumbered_cents + expended_cents + lapsed_cents),
    CONSTRAINT budget_line_owes_nothing_beyond_its_appropriation CHECK (encumbered_cents + expended_cents
        <= appropriated_cents)
)
-- Balances change with every transfer: room for HOT updates keeps the one hot line fast.
WITH (fillfactor = 50);

CREATE INDEX budget_line_by_school ON budget_line (school_code, fiscal_year);

REVOKE ALL ON budget_line FROM ${app_role};
GRANT SELECT ON budget_line TO ${app_role};
GRANT INSERT (id, fund_id, fiscal_year, school_code, school_name, account, fund, responsibility_centre, program,
    subclass, opened_at) ON budget_line TO ${app_role};

-- What the ledger remembers of a fund that allocation-service opened: the parts that all its lines share, and the pool.
-- Amounts are whole US cents.
CREATE TABLE remembered_fund (
    id            uuid        NOT NULL CONSTRAINT remembered_fund_is_known_by_its_id PRIMARY KEY,
    name          text        NOT NULL,
    fiscal_year   integer     NOT NULL,
    pool_cents    bigint      NOT NULL CONSTRAINT remembered_fund_pool_is_more_than_nothing CHECK (pool_cents > 0),
    -- Kept by the ledger's trigger alone: the sum of what was ever planned on the fund's lines.
    planned_cents bigint      NOT NULL DEFAULT 0
                              CONSTRAINT remembered_fund_planned_is_not_negative CHECK (planned_cents >= 0),
    account       text        NOT NULL CONSTRAINT remembered_fund_account_has_five_digits CHECK (account ~ '^\d{5}$'),
    fund          text        NOT NULL CONSTRAINT remembered_fund_fund_has_three_digits CHECK (fund ~ '^\d{3}$'),
    program       text        NOT NULL CONSTRAINT remembered_fund_program_is_partnership_funds CHECK (program = '2536'),
    subclass      text        NOT NULL,
    heard_at      timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT remembered_fund_lines_never_exceed_its_pool CHECK (planned_cents <= pool_cents)
);

REVOKE ALL ON remembered_fund FROM ${app_role};
GRANT SELECT ON remembered_fund TO ${app_role};
GRANT INSERT (id, name, fiscal_year, pool_cents, account, fund, program, subclass) ON remembered_fund TO ${app_role};

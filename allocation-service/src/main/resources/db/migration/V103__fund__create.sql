-- A fund and its life. Amounts are whole US cents.
CREATE TABLE fund (
    id              uuid        NOT NULL CONSTRAINT fund_pkey PRIMARY KEY,
    name            text        NOT NULL CONSTRAINT fund_name_not_blank CHECK (length(btrim(name)) > 0),
    fiscal_year     integer     NOT NULL,
    pool_cents      bigint      NOT NULL CONSTRAINT fund_pool_positive CHECK (pool_cents > 0),
    account         text        NOT NULL,
    fund_number     text        NOT NULL,
    program         text        NOT NULL,
    subclass        text        NOT NULL,
    state           text        NOT NULL CONSTRAINT fund_state_known
                                CHECK (state IN ('open', 'allocated', 'appropriated')),
    opened_at       timestamptz NOT NULL,
    scenario_id     uuid,
    allocated_at    timestamptz,
    adopted_cents   bigint,
    vote            text,
    adopted_on      date,
    appropriated_at timestamptz,
    modified_at     timestamptz NOT NULL,
    version         bigint      NOT NULL,
    CONSTRAINT fund_name_unique_in_its_year UNIQUE (fiscal_year, name),
    CONSTRAINT fund_scenario_iff_allocated CHECK (
        num_nonnulls(scenario_id, allocated_at) = CASE WHEN state = 'open' THEN 0 ELSE 2 END),
    CONSTRAINT fund_adoption_iff_appropriated CHECK (
        num_nonnulls(adopted_cents, vote, adopted_on, appropriated_at) = CASE WHEN state = 'appropriated' THEN 4 ELSE 0 END)
);

REVOKE DELETE, TRUNCATE ON fund FROM ${app_role};

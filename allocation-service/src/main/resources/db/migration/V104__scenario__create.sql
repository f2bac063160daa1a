-- One way of sharing a fund out. Only its publication ever changes it.
CREATE TABLE scenario (
    id                     uuid        NOT NULL CONSTRAINT scenario_pkey PRIMARY KEY,
    fund_id                uuid        NOT NULL REFERENCES fund (id),
    fiscal_year            integer     NOT NULL,
    name                   text        NOT NULL,
    state                  text        NOT NULL CONSTRAINT scenario_state_known CHECK (state IN ('computed', 'published')),
    pool_cents             bigint      NOT NULL CONSTRAINT scenario_pool_positive CHECK (pool_cents > 0),
    eligibility            text        NOT NULL CONSTRAINT scenario_eligibility_known
                                       CHECK (eligibility IN ('top', 'threshold')),
    eligibility_schools    integer,
    eligibility_millionths integer,
    formula                text        NOT NULL CONSTRAINT scenario_formula_known
                                       CHECK (formula IN ('flat-per-pupil', 'index-weighted-per-pupil')),
    index_set_id           uuid        NOT NULL REFERENCES index_set (id),
    snapshot_id            uuid        NOT NULL REFERENCES enrollment_snapshot (id),
    computed_at            timestamptz NOT NULL,
    published_at           timestamptz CONSTRAINT scenario_published_at_iff_published
                                       CHECK ((published_at IS NOT NULL) = (state = 'published')),
    -- What the allocations have in common, so that one of them can be explained without reading all.
    schools_ranked         integer     NOT NULL,
    schools_funded         integer     NOT NULL,
    pupils_funded          bigint      NOT NULL,
    weight_funded          bigint      NOT NULL,
    left_over_cents        bigint      NOT NULL,
    last_millionths        integer     NOT NULL,
    version                bigint      NOT NULL,
    CONSTRAINT scenario_eligibility_complete CHECK (
        CASE eligibility WHEN 'top' THEN eligibility_schools >= 1 AND eligibility_millionths IS NULL
                         ELSE eligibility_millionths BETWEEN 10000 AND 990000 AND eligibility_schools IS NULL END)
);

CREATE INDEX scenario_by_fund ON scenario (fund_id, id);
CREATE UNIQUE INDEX scenario_one_published_per_fund ON scenario (fund_id) WHERE state = 'published';

REVOKE DELETE, TRUNCATE ON scenario FROM ${app_role};

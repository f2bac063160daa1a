-- What a fund asks of selections beside the allocation: every version from its first day on, with its source. Only added.
CREATE TABLE selection_rules (
    fund_id               uuid        NOT NULL REFERENCES remembered_fund (id),
    version               integer     NOT NULL CONSTRAINT selection_rules_version_from_one CHECK (version >= 1),
    valid_from            date        NOT NULL,
    min_partners          integer     NOT NULL,
    max_partners          integer,
    largest_share_percent integer     NOT NULL CONSTRAINT selection_rules_share_is_a_percentage
                                      CHECK (largest_share_percent BETWEEN 1 AND 100),
    least_per_line_cents  bigint      NOT NULL CONSTRAINT selection_rules_least_not_negative
                                      CHECK (least_per_line_cents >= 0),
    capacity_rule         text        NOT NULL CONSTRAINT selection_rules_capacity_rule_known
                                      CHECK (capacity_rule IN ('refuses', 'warns')),
    source                text        NOT NULL,
    set_at                timestamptz NOT NULL,
    CONSTRAINT selection_rules_pkey PRIMARY KEY (fund_id, version),
    CONSTRAINT selection_rules_partners_fit CHECK (min_partners >= 1 AND (max_partners IS NULL OR max_partners >= min_partners))
);

INSERT INTO selection_rules
SELECT id, 1, current_date, 1, NULL, 100, 0, 'warns',
       'Default of the suite: one or more partners (memo of 28 November 2017), and no other bound', now()
  FROM remembered_fund;

REVOKE UPDATE, DELETE, TRUNCATE ON selection_rules FROM ${app_role};

-- Pupils a program can serve in a fiscal year over all schools, as portfolio-service told; empty until it tells again.
ALTER TABLE remembered_program
    ADD COLUMN capacity integer CONSTRAINT remembered_program_capacity_from_one CHECK (capacity >= 1);

CREATE INDEX selection_line_by_program ON selection_line (program_id);

-- What the ledger answered to a revision of an allocation, and which raises it took: the same question, the same answer.
CREATE TABLE heard_revision (
    revision_id uuid        NOT NULL,
    school_code text        NOT NULL CONSTRAINT heard_revision_school_code_has_eight_digits CHECK (school_code ~ '^\d{8}$'),
    fund_id     uuid        NOT NULL,
    cents       bigint      NOT NULL CONSTRAINT heard_revision_moves_at_least_one_cent CHECK (cents > 0),
    outcome     text        NOT NULL CONSTRAINT heard_revision_outcome_known CHECK (outcome IN ('accepted', 'refused', 'raised')),
    available_cents bigint  NOT NULL,
    reason      text        NOT NULL,
    decided_at  timestamptz NOT NULL,
    CONSTRAINT heard_revision_is_one_per_school PRIMARY KEY (revision_id, school_code)
);
CREATE INDEX heard_revision_of_fund ON heard_revision (fund_id);
REVOKE UPDATE, DELETE, TRUNCATE ON heard_revision FROM ${app_role};

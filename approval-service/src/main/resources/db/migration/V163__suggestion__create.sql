-- Programs that superintendents suggest to schools, what the schools made of them, and what was taken back.
CREATE TABLE suggestion (
    id                uuid        NOT NULL CONSTRAINT suggestion_pkey PRIMARY KEY,
    school_code       text        NOT NULL CONSTRAINT suggestion_school_code_has_eight_digits CHECK (school_code ~ '^[0-9]{8}$'),
    fiscal_year       integer     NOT NULL CONSTRAINT suggestion_fiscal_year_possible CHECK (fiscal_year BETWEEN 2000 AND 2199),
    program_id        uuid        NOT NULL REFERENCES remembered_program (id),
    why               text        NOT NULL CONSTRAINT suggestion_why_not_blank CHECK (length(btrim(why)) > 0),
    issuer            text        NOT NULL,
    subject           text        NOT NULL,
    suggested_at      timestamptz NOT NULL,
    outcome           text        CONSTRAINT suggestion_outcome_known CHECK (outcome IN ('considered', 'chosen', 'not-chosen')),
    reason            text,
    answered_issuer   text,
    answered_subject  text,
    answered_at       timestamptz,
    withdrawn_issuer  text,
    withdrawn_subject text,
    withdrawn_at      timestamptz,
    modified_at       timestamptz NOT NULL,
    version           bigint      NOT NULL,
    CONSTRAINT suggestion_answered_whole CHECK (
        num_nonnulls(outcome, reason, answered_issuer, answered_subject, answered_at) IN (0, 5)),
    CONSTRAINT suggestion_withdrawn_whole CHECK (
        num_nonnulls(withdrawn_issuer, withdrawn_subject, withdrawn_at) IN (0, 3)),
    CONSTRAINT suggestion_withdrawn_before_it_is_decided CHECK (withdrawn_at IS NULL OR outcome IS NULL OR outcome = 'considered')
);

CREATE UNIQUE INDEX suggestion_stands_once ON suggestion (school_code, fiscal_year, program_id) WHERE withdrawn_at IS NULL;
CREATE INDEX suggestion_by_school ON suggestion (school_code, id);

REVOKE UPDATE, DELETE, TRUNCATE ON suggestion FROM ${app_role};
GRANT UPDATE (outcome, reason, answered_issuer, answered_subject, answered_at, withdrawn_issuer, withdrawn_subject,
              withdrawn_at, modified_at, version) ON suggestion TO ${app_role};

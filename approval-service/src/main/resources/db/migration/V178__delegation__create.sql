-- Who decides in whose place, who is away, and to whom a waiting step was given instead. Delegations are only ever revoked,
-- reassignments only ever added.
CREATE TABLE delegation (
    id              uuid        NOT NULL CONSTRAINT delegation_pkey PRIMARY KEY,
    issuer          text        NOT NULL,
    subject         text        NOT NULL,
    to_issuer       text        NOT NULL,
    to_subject      text        NOT NULL,
    step            text        NOT NULL CONSTRAINT delegation_step_of_one_person
                                CHECK (step IN ('superintendent', 'partnerships-team', 'budget-office',
                                                'district-superintendent', 'cfo', 'deputy-cfo', 'completeness')),
    schools         text[],
    valid_from      date        NOT NULL,
    valid_until     date        NOT NULL CONSTRAINT delegation_ends_after_its_begin CHECK (valid_until >= valid_from),
    reason          text        NOT NULL,
    delegated_at    timestamptz NOT NULL,
    revoked_issuer  text,
    revoked_subject text,
    revoked_at      timestamptz,
    modified_at     timestamptz NOT NULL,
    version         bigint      NOT NULL,
    CONSTRAINT delegation_to_somebody_else CHECK (issuer <> to_issuer OR subject <> to_subject),
    CONSTRAINT delegation_revoked_whole CHECK (num_nonnulls(revoked_issuer, revoked_subject, revoked_at) IN (0, 3))
);

CREATE INDEX delegation_by_delegate ON delegation (to_issuer, to_subject, valid_until);
CREATE INDEX delegation_by_delegator ON delegation (issuer, subject, valid_until);

CREATE TABLE absence (
    id               uuid        NOT NULL CONSTRAINT absence_pkey PRIMARY KEY,
    issuer           text        NOT NULL,
    subject          text        NOT NULL,
    away_from        date        NOT NULL,
    away_until       date        NOT NULL CONSTRAINT absence_ends_after_its_begin CHECK (away_until >= away_from),
    declared_issuer  text        NOT NULL,
    declared_subject text        NOT NULL,
    declared_at      timestamptz NOT NULL
);

CREATE INDEX absence_by_person ON absence (issuer, subject, away_until);

CREATE TABLE step_reassignment (
    selection_id    uuid        NOT NULL REFERENCES selection (id),
    content_version integer     NOT NULL,
    place           integer     NOT NULL CONSTRAINT step_reassignment_place_from_one CHECK (place >= 1),
    to_issuer       text        NOT NULL,
    to_subject      text        NOT NULL,
    reason          text        NOT NULL CONSTRAINT step_reassignment_reason_not_blank CHECK (length(btrim(reason)) > 0),
    issuer          text        NOT NULL,
    subject         text        NOT NULL,
    reassigned_at   timestamptz NOT NULL,
    CONSTRAINT step_reassignment_pkey PRIMARY KEY (selection_id, content_version, place)
);

CREATE INDEX step_reassignment_by_person ON step_reassignment (to_issuer, to_subject);

CREATE INDEX selection_by_school_and_state ON selection (school_code, state);
CREATE INDEX motion_that_is_open ON motion (school_code) WHERE result IS NULL;
CREATE INDEX motion_account_owed ON motion (school_code) WHERE account_needed AND account_text IS NULL;
CREATE INDEX council_seat_by_member ON council_seat (issuer, subject);

REVOKE UPDATE, DELETE, TRUNCATE ON delegation, absence, step_reassignment FROM ${app_role};
GRANT UPDATE (revoked_issuer, revoked_subject, revoked_at, modified_at, version) ON delegation TO ${app_role};

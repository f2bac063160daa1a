-- A program's application in a cycle, and its life. What was applied with never changes.
CREATE TABLE application (
    id                uuid        NOT NULL CONSTRAINT application_pkey PRIMARY KEY,
    program_id        uuid        NOT NULL REFERENCES program (id),
    partner_id        uuid        NOT NULL REFERENCES partner (id),
    cycle_id          uuid        NOT NULL REFERENCES cycle (id),
    category          text        NOT NULL,
    years_of_delivery integer     NOT NULL CONSTRAINT application_years_not_negative CHECK (years_of_delivery >= 0),
    applicant_issuer  text        NOT NULL,
    applicant_subject text        NOT NULL,
    submitted_at      timestamptz NOT NULL,
    state             text        NOT NULL CONSTRAINT application_state_known
                                  CHECK (state IN ('submitted', 'vetted', 'refused', 'withdrawn')),
    reviews           integer     NOT NULL,
    reasons           text,
    decider_issuer    text,
    decider_subject   text,
    valid_from        date,
    valid_until       date,
    changed_at        timestamptz NOT NULL,
    version           bigint      NOT NULL,
    CONSTRAINT application_decision_iff_decided CHECK (
        num_nonnulls(decider_issuer, decider_subject) = CASE WHEN state IN ('vetted', 'refused') THEN 2 ELSE 0 END),
    CONSTRAINT application_reasons_when_decided CHECK (
        reasons IS NOT NULL OR state IN ('submitted', 'withdrawn')),
    CONSTRAINT application_validity_iff_vetted CHECK (
        num_nonnulls(valid_from, valid_until) = CASE WHEN state = 'vetted' THEN 2 ELSE 0 END),
    CONSTRAINT application_validity_in_order CHECK (valid_from <= valid_until)
);

CREATE UNIQUE INDEX application_once_per_program_and_cycle ON application (program_id, cycle_id)
    WHERE state <> 'withdrawn';
CREATE INDEX application_by_partner ON application (partner_id, id);
CREATE INDEX application_vetted ON application (program_id, valid_until) WHERE state = 'vetted';

CREATE TABLE answer (
    application_id uuid    NOT NULL REFERENCES application (id),
    place          integer NOT NULL,
    criterion      text    NOT NULL,
    text           text    NOT NULL,
    CONSTRAINT answer_pkey PRIMARY KEY (application_id, place)
);

REVOKE DELETE, TRUNCATE ON application FROM ${app_role};
REVOKE UPDATE, DELETE, TRUNCATE ON answer FROM ${app_role};

-- One says that one applies, answers, is sent back, answers anew: answers and reviews belong to a round.
ALTER TABLE application RENAME COLUMN submitted_at TO applied_at;
ALTER TABLE application
    ADD COLUMN service_area text,
    ADD COLUMN days         integer CONSTRAINT application_days_positive CHECK (days >= 1),
    ADD COLUMN hours        integer CONSTRAINT application_hours_positive CHECK (hours >= 1),
    -- adults to pupils by grade band, such as PK-K=1:11;1-8=1:15; empty if nothing was said
    ADD COLUMN ratios       text NOT NULL DEFAULT '' CONSTRAINT application_ratios_known
                            CHECK (ratios ~ '^((PK-K|1-8|9-12)=[1-9][0-9]*:[1-9][0-9]*(;|$))*$'),
    ADD COLUMN decided_at   timestamptz;
UPDATE application SET service_area = category;
UPDATE application SET decided_at = changed_at WHERE state IN ('vetted', 'refused');
ALTER TABLE application ALTER COLUMN service_area SET NOT NULL, ALTER COLUMN ratios DROP DEFAULT;

CREATE TABLE submission (
    application_id uuid        NOT NULL REFERENCES application (id),
    round          integer     NOT NULL CONSTRAINT submission_round_from_one CHECK (round >= 1),
    issuer         text        NOT NULL,
    subject        text        NOT NULL,
    at             timestamptz NOT NULL,
    CONSTRAINT submission_pkey PRIMARY KEY (application_id, round)
);
INSERT INTO submission SELECT id, 1, applicant_issuer, applicant_subject, applied_at FROM application;

ALTER TABLE answer ADD COLUMN round integer NOT NULL DEFAULT 1;
ALTER TABLE answer ALTER COLUMN round DROP DEFAULT,
    DROP CONSTRAINT answer_pkey,
    DROP CONSTRAINT answer_application_id_fkey,
    ADD CONSTRAINT answer_of_a_round_pkey PRIMARY KEY (application_id, round, place),
    ADD CONSTRAINT answer_of_a_submission FOREIGN KEY (application_id, round) REFERENCES submission (application_id, round);

ALTER TABLE review ADD COLUMN round integer NOT NULL DEFAULT 1;
ALTER TABLE review ALTER COLUMN round DROP DEFAULT,
    DROP CONSTRAINT review_once_per_reviewer,
    ADD CONSTRAINT review_once_per_reviewer_and_round UNIQUE (application_id, round, reviewer_issuer, reviewer_subject);

-- What reviewers say after they talked to each other.
CREATE TABLE restatement (
    application_id uuid        NOT NULL REFERENCES application (id),
    place          integer     NOT NULL,
    round          integer     NOT NULL,
    issuer         text        NOT NULL,
    subject        text        NOT NULL,
    criterion      text        NOT NULL,
    rating         text        NOT NULL CONSTRAINT restatement_rating_known
                               CHECK (rating IN ('exceeds', 'meets', 'does-not-meet')),
    reason         text        NOT NULL CONSTRAINT restatement_reason_not_blank CHECK (length(btrim(reason)) > 0),
    at             timestamptz NOT NULL,
    CONSTRAINT restatement_pkey PRIMARY KEY (application_id, place)
);

CREATE TABLE change_request (
    application_id uuid        NOT NULL REFERENCES application (id),
    place          integer     NOT NULL,
    what           text        NOT NULL CONSTRAINT change_request_not_blank CHECK (length(btrim(what)) > 0),
    due_on         date        NOT NULL,
    issuer         text        NOT NULL,
    subject        text        NOT NULL,
    at             timestamptz NOT NULL,
    CONSTRAINT change_request_pkey PRIMARY KEY (application_id, place)
);

ALTER TABLE application
    DROP CONSTRAINT application_state_known,
    DROP CONSTRAINT application_decision_iff_decided,
    DROP CONSTRAINT application_reasons_when_decided,
    DROP CONSTRAINT application_validity_iff_vetted,
    ADD CONSTRAINT application_state_known_and_suspended CHECK (
        state IN ('intended', 'submitted', 'returned', 'vetted', 'suspended', 'refused', 'withdrawn')),
    ADD CONSTRAINT application_decision_once_decided CHECK (
        num_nonnulls(decider_issuer, decider_subject, decided_at)
            = CASE WHEN state IN ('vetted', 'suspended', 'refused') THEN 3 ELSE 0 END),
    ADD CONSTRAINT application_reasons_once_decided CHECK (
        reasons IS NOT NULL OR state NOT IN ('vetted', 'suspended', 'refused')),
    ADD CONSTRAINT application_validity_once_vetted CHECK (
        num_nonnulls(valid_from, valid_until) = CASE WHEN state IN ('vetted', 'suspended') THEN 2 ELSE 0 END);

-- One application per category, as the call of SY2019-20 has it.
DROP INDEX application_once_per_program_and_cycle;
CREATE UNIQUE INDEX application_once_per_program_and_category ON application (program_id, cycle_id, category)
    WHERE state <> 'withdrawn';
DROP INDEX application_vetted;
CREATE INDEX application_once_on_the_menu ON application (program_id, valid_until)
    WHERE state IN ('vetted', 'suspended');

REVOKE UPDATE, DELETE, TRUNCATE ON submission, restatement, change_request FROM ${app_role};

-- Around the council: who attends without a vote, who chaired when, minutes, acknowledgements of the
-- conflict-of-interest law, and what schools report of a year. docs/policy/school-site-council.md §6 to §9.
CREATE TABLE council_associate (
    id           uuid   NOT NULL CONSTRAINT council_associate_pkey PRIMARY KEY,
    school_code  text   NOT NULL REFERENCES council (school_code),
    organisation text   NOT NULL,
    name         text   NOT NULL,
    issuer       text,
    subject      text,
    valid_from   date   NOT NULL,
    valid_until  date   CONSTRAINT council_associate_ends_after_it_begins CHECK (valid_until >= valid_from),
    version      bigint NOT NULL,
    CONSTRAINT council_associate_person_is_whole CHECK ((issuer IS NULL) = (subject IS NULL))
);

CREATE INDEX council_associate_by_school ON council_associate (school_code, id);

CREATE TABLE meeting_associate (
    meeting_id   uuid NOT NULL REFERENCES meeting (id),
    associate_id uuid NOT NULL REFERENCES council_associate (id),
    CONSTRAINT meeting_associate_pkey PRIMARY KEY (meeting_id, associate_id)
);

CREATE TABLE council_co_chair (
    seq         bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT council_co_chair_pkey PRIMARY KEY,
    school_code text NOT NULL REFERENCES council (school_code),
    issuer      text NOT NULL,
    subject     text NOT NULL,
    valid_from  date NOT NULL
);

CREATE INDEX council_co_chair_by_school ON council_co_chair (school_code, seq);

-- Of councils that are seated already, the day on which they were last changed is the best that is known.
INSERT INTO council_co_chair (school_code, issuer, subject, valid_from)
SELECT school_code, co_chair_issuer, co_chair_subject, (modified_at AT TIME ZONE 'America/New_York')::date
  FROM council
 ORDER BY school_code;

CREATE TABLE meeting_minutes (
    meeting_id uuid        NOT NULL REFERENCES meeting (id),
    version    integer     NOT NULL,
    minutes    text        NOT NULL,
    present    uuid[]      NOT NULL,
    associates uuid[]      NOT NULL,
    correction text,
    issuer     text        NOT NULL,
    subject    text        NOT NULL,
    written_at timestamptz NOT NULL,
    CONSTRAINT meeting_minutes_pkey PRIMARY KEY (meeting_id, version),
    CONSTRAINT meeting_minutes_correction_says_why CHECK ((correction IS NOT NULL) = (version > 1))
);

CREATE TABLE council_acknowledgement (
    school_code text        NOT NULL REFERENCES council (school_code),
    issuer      text        NOT NULL,
    subject     text        NOT NULL,
    fiscal_year integer     NOT NULL,
    summary     text        NOT NULL,
    said_at     timestamptz NOT NULL,
    CONSTRAINT council_acknowledgement_pkey PRIMARY KEY (school_code, fiscal_year, issuer, subject)
);

CREATE TABLE council_policy (
    fund_id                      uuid        NOT NULL CONSTRAINT council_policy_pkey PRIMARY KEY
                                             REFERENCES remembered_fund (id),
    coi_acknowledgement_required boolean     NOT NULL,
    source                       text        NOT NULL,
    modified_at                  timestamptz NOT NULL,
    version                      bigint      NOT NULL
);

CREATE TABLE council_year (
    school_code      text    NOT NULL REFERENCES council (school_code),
    fiscal_year      integer NOT NULL,
    elections_on     date,
    first_meeting_on date,
    by_laws_on       date,
    issuer           text    NOT NULL,
    subject          text    NOT NULL,
    version          bigint  NOT NULL,
    CONSTRAINT council_year_pkey PRIMARY KEY (school_code, fiscal_year)
);

CREATE TABLE council_calendar (
    valid_from       date NOT NULL CONSTRAINT council_calendar_pkey PRIMARY KEY,
    elections_by     text NOT NULL CONSTRAINT council_calendar_elections_on_a_day CHECK (elections_by ~ '^[0-9]{2}-[0-9]{2}$'),
    first_meeting_by text NOT NULL CONSTRAINT council_calendar_meeting_on_a_day CHECK (first_meeting_by ~ '^[0-9]{2}-[0-9]{2}$'),
    source           text NOT NULL
);

INSERT INTO council_calendar (valid_from, elections_by, first_meeting_by, source) VALUES
    ('1993-07-01', '10-15', '10-31', 'Superintendent''s Circular FAM-02: elections done by 15 October, first meeting and documents by 31 October');

REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON council_calendar FROM ${app_role};
REVOKE UPDATE, DELETE, TRUNCATE ON council_co_chair, meeting_minutes, council_acknowledgement FROM ${app_role};
REVOKE DELETE, TRUNCATE ON council_policy, council_year FROM ${app_role};
REVOKE UPDATE, DELETE, TRUNCATE ON council_associate FROM ${app_role};
GRANT UPDATE (valid_until, version) ON council_associate TO ${app_role};

-- Which Instructional Superintendent answers for which schools, from day to day.
CREATE TABLE supervisor_assignment (
    id          uuid        NOT NULL CONSTRAINT supervisor_assignment_pkey PRIMARY KEY,
    issuer      text        NOT NULL,
    subject     text        NOT NULL,
    network     text        NOT NULL,
    valid_from  date        NOT NULL,
    valid_until date        CONSTRAINT supervisor_assignment_ends_after_its_begin CHECK (valid_until >= valid_from),
    modified_at timestamptz NOT NULL,
    version     bigint      NOT NULL
);

CREATE TABLE supervisor_assignment_school (
    assignment_id uuid    NOT NULL REFERENCES supervisor_assignment (id),
    place         integer NOT NULL,
    school_code   text    NOT NULL CONSTRAINT supervisor_assignment_school_code_has_eight_digits
                          CHECK (school_code ~ '^\d{8}$'),
    CONSTRAINT supervisor_assignment_school_pkey PRIMARY KEY (assignment_id, place)
);

CREATE INDEX supervisor_assignment_by_school ON supervisor_assignment_school (school_code);

REVOKE DELETE, TRUNCATE ON supervisor_assignment FROM ${app_role};

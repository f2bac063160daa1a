-- The pupils of all schools on one day. A snapshot never changes: scenarios and letters rest on it.
CREATE TABLE enrollment_snapshot (
    id          uuid        NOT NULL CONSTRAINT enrollment_snapshot_pkey PRIMARY KEY,
    kind        text        NOT NULL CONSTRAINT enrollment_snapshot_kind_known CHECK (kind IN ('projected', 'october')),
    as_of       date        NOT NULL,
    source      text        NOT NULL,
    imported_at timestamptz NOT NULL,
    CONSTRAINT enrollment_snapshot_unique_by_kind_and_day UNIQUE (kind, as_of)
);

CREATE TABLE enrollment (
    snapshot_id                uuid    NOT NULL REFERENCES enrollment_snapshot (id),
    school_code                text    NOT NULL REFERENCES school (code),
    pupils                     integer NOT NULL CONSTRAINT enrollment_pupils_not_negative CHECK (pupils >= 0),
    economically_disadvantaged integer NOT NULL CONSTRAINT enrollment_disadvantaged_are_pupils
                                       CHECK (economically_disadvantaged BETWEEN 0 AND pupils),
    CONSTRAINT enrollment_pkey PRIMARY KEY (snapshot_id, school_code)
);

CREATE INDEX enrollment_by_school ON enrollment (school_code);

REVOKE UPDATE, DELETE, TRUNCATE ON enrollment_snapshot, enrollment FROM ${app_role};

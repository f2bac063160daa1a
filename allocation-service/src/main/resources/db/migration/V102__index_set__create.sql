-- An Opportunity Index as it was imported, with its provenance. A set never changes.
CREATE TABLE index_set (
    id            uuid        NOT NULL CONSTRAINT index_set_pkey PRIMARY KEY,
    name          text        NOT NULL CONSTRAINT index_set_name_unique UNIQUE,
    source        text        NOT NULL,
    method        text        NOT NULL,
    snapshot_date date        NOT NULL,
    illustrative  boolean     NOT NULL,
    imported_at   timestamptz NOT NULL
);

-- An index is exact to six decimals, so it is kept as whole millionths.
CREATE TABLE school_index (
    index_set_id uuid    NOT NULL REFERENCES index_set (id),
    school_code  text    NOT NULL REFERENCES school (code),
    millionths   integer NOT NULL CONSTRAINT school_index_from_one_to_ninety_nine_hundredths
                         CHECK (millionths BETWEEN 10000 AND 990000),
    CONSTRAINT school_index_pkey PRIMARY KEY (index_set_id, school_code)
);

REVOKE UPDATE, DELETE, TRUNCATE ON index_set, school_index FROM ${app_role};

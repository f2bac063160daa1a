-- What a program costs from a day on. A sheet never changes: selections rest on it. Amounts are whole US cents.
CREATE TABLE price_sheet (
    program_id uuid    NOT NULL REFERENCES program (id),
    version    integer NOT NULL CONSTRAINT price_sheet_version_from_one CHECK (version >= 1),
    valid_from date    NOT NULL,
    CONSTRAINT price_sheet_pkey PRIMARY KEY (program_id, version),
    CONSTRAINT price_sheet_one_per_day UNIQUE (program_id, valid_from)
);

CREATE TABLE price (
    program_id  uuid    NOT NULL,
    version     integer NOT NULL,
    place       integer NOT NULL,
    code        text    NOT NULL,
    description text    NOT NULL,
    unit        text    NOT NULL CONSTRAINT price_unit_known
                        CHECK (unit IN ('per-pupil', 'per-session', 'per-year', 'agreed')),
    cents       bigint  NOT NULL CONSTRAINT price_positive CHECK (cents > 0),
    CONSTRAINT price_pkey PRIMARY KEY (program_id, version, place),
    CONSTRAINT price_code_unique_in_its_sheet UNIQUE (program_id, version, code),
    CONSTRAINT price_of_a_sheet FOREIGN KEY (program_id, version) REFERENCES price_sheet (program_id, version)
);

REVOKE UPDATE, DELETE, TRUNCATE ON price_sheet, price FROM ${app_role};

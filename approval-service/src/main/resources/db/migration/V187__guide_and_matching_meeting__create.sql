-- Meetings of superintendent, central office and school (docs/policy/support.md §6); records that never change.
CREATE TABLE matching_meeting (
    id               uuid        NOT NULL CONSTRAINT matching_meeting_pkey PRIMARY KEY,
    school_code      text        NOT NULL CONSTRAINT matching_meeting_school_code_has_eight_digits CHECK (school_code ~ '^[0-9]{8}$'),
    fiscal_year      integer     NOT NULL CONSTRAINT matching_meeting_fiscal_year_possible CHECK (fiscal_year BETWEEN 2000 AND 2199),
    held_on          date        NOT NULL,
    -- Role and how many of it, place by place.
    roles            text[]      NOT NULL,
    numbers          integer[]   NOT NULL CONSTRAINT matching_meeting_somebody_was_there
                                 CHECK (cardinality(numbers) = cardinality(roles) AND cardinality(roles) > 0),
    needs            text        NOT NULL,
    suggestion_ids   uuid[]      NOT NULL,
    recorded_issuer  text        NOT NULL,
    recorded_subject text        NOT NULL,
    recorded_at      timestamptz NOT NULL
);

CREATE INDEX matching_meeting_by_school ON matching_meeting (school_code, id);

-- The Partnership Fund Guide as it was published (§7).
CREATE TABLE guide_edition (
    id           uuid        NOT NULL CONSTRAINT guide_edition_pkey PRIMARY KEY,
    fund_id      uuid        NOT NULL REFERENCES remembered_fund (id),
    number       integer     NOT NULL,
    digest       text        NOT NULL CONSTRAINT guide_edition_digest_is_sha256 CHECK (digest ~ '^[0-9a-f]{64}$'),
    issuer       text        NOT NULL,
    subject      text        NOT NULL,
    published_at timestamptz NOT NULL,
    page         text        NOT NULL,
    CONSTRAINT guide_edition_numbered_once UNIQUE (fund_id, number)
);

REVOKE UPDATE, DELETE, TRUNCATE ON matching_meeting, guide_edition FROM ${app_role};

-- A program at a school in a fiscal year; schedule as in program, such as monday 15:00-17:30.
CREATE TABLE partnership (
    id            uuid        NOT NULL CONSTRAINT partnership_pkey PRIMARY KEY,
    program_id    uuid        NOT NULL REFERENCES program (id),
    school_code   text        NOT NULL CONSTRAINT partnership_school_eight_digits CHECK (school_code ~ '^[0-9]{8}$'),
    fiscal_year   integer     NOT NULL CONSTRAINT partnership_fiscal_year_possible CHECK (fiscal_year BETWEEN 2000 AND 2199),
    funding       text        NOT NULL CONSTRAINT partnership_funding_known
                              CHECK (funding IN ('partnership-fund', 'school-budget', 'other', 'no-cost')),
    pupils        integer     CONSTRAINT partnership_pupils_not_negative CHECK (pupils >= 0),
    schedule      text        NOT NULL,
    agreement     text        CONSTRAINT partnership_agreement_not_blank CHECK (length(btrim(agreement)) > 0),
    agreement_on  date,
    -- The contracts of the Partnership Fund that pay for it, joined by a semicolon.
    contracts     text        NOT NULL,
    source        text,
    illustrative  boolean     NOT NULL,
    rating        text        CONSTRAINT partnership_rating_known CHECK (rating IN ('exceeds', 'meets', 'falls-short')),
    verified_on   date,
    registered_at timestamptz NOT NULL,
    modified_at   timestamptz NOT NULL,
    version       bigint      NOT NULL,
    CONSTRAINT partnership_once_per_program_school_and_year UNIQUE (program_id, school_code, fiscal_year),
    CONSTRAINT partnership_agreement_with_its_day CHECK ((agreement IS NULL) = (agreement_on IS NULL)),
    CONSTRAINT partnership_rated_when_verified CHECK ((rating IS NULL) = (verified_on IS NULL)),
    CONSTRAINT partnership_funded_by_its_contracts CHECK (contracts = '' OR funding = 'partnership-fund'),
    CONSTRAINT partnership_illustrative_has_a_source CHECK (NOT illustrative OR source IS NOT NULL)
);

CREATE INDEX partnership_by_school ON partnership (school_code, fiscal_year);

REVOKE DELETE, TRUNCATE ON partnership FROM ${app_role};

-- What one scenario means for one school, also if that is nothing. It never changes.
CREATE TABLE allocation (
    id                    uuid    NOT NULL CONSTRAINT allocation_pkey PRIMARY KEY,
    scenario_id           uuid    NOT NULL REFERENCES scenario (id),
    rank                  integer NOT NULL CONSTRAINT allocation_rank_from_one CHECK (rank >= 1),
    school_code           text    NOT NULL REFERENCES school (code),
    school_name           text    NOT NULL,
    responsibility_centre text    NOT NULL,
    index_millionths      integer NOT NULL CONSTRAINT allocation_index_from_one_to_ninety_nine_hundredths
                                  CHECK (index_millionths BETWEEN 10000 AND 990000),
    pupils                integer NOT NULL CONSTRAINT allocation_pupils_not_negative CHECK (pupils >= 0),
    outcome               text    NOT NULL CONSTRAINT allocation_outcome_known
                                  CHECK (outcome IN ('funded', 'below-the-cut', 'without-pupils')),
    whole_cents           bigint  NOT NULL CONSTRAINT allocation_whole_cents_not_negative CHECK (whole_cents >= 0),
    remainder             bigint  NOT NULL CONSTRAINT allocation_remainder_not_negative CHECK (remainder >= 0),
    left_over_cent        boolean NOT NULL,
    amount_cents          bigint  NOT NULL CONSTRAINT allocation_amount_is_whole_cents_and_the_one_left_over
                                  CHECK (amount_cents = whole_cents + CASE WHEN left_over_cent THEN 1 ELSE 0 END),
    CONSTRAINT allocation_once_per_school UNIQUE (scenario_id, school_code),
    CONSTRAINT allocation_rank_unique UNIQUE (scenario_id, rank),
    CONSTRAINT allocation_nothing_unless_funded CHECK (
        outcome = 'funded' OR (whole_cents = 0 AND remainder = 0 AND NOT left_over_cent))
);

CREATE INDEX allocation_by_school ON allocation (school_code, id);

REVOKE UPDATE, DELETE, TRUNCATE ON allocation FROM ${app_role};

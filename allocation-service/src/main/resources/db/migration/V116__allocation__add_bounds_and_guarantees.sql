-- A school's part may be a bound instead of a share, and a school that is not eligible may be held harmless.
ALTER TABLE allocation
    ADD COLUMN run             integer NOT NULL DEFAULT 1 CONSTRAINT allocation_run_from_one CHECK (run >= 1),
    ADD COLUMN part            text    CONSTRAINT allocation_part_known CHECK (part IN ('share', 'floor', 'cap')),
    ADD COLUMN left_over_cents bigint  NOT NULL DEFAULT 0,
    ADD COLUMN before_cents    bigint  CONSTRAINT allocation_before_not_negative CHECK (before_cents >= 0),
    ADD COLUMN guarantee_cents bigint  CONSTRAINT allocation_guarantee_not_negative CHECK (guarantee_cents >= 0),
    ADD COLUMN without_cents   bigint  CONSTRAINT allocation_without_not_negative CHECK (without_cents >= 0);

UPDATE allocation SET
    part = CASE WHEN outcome = 'funded' THEN 'share' END,
    left_over_cents = CASE WHEN left_over_cent THEN 1 ELSE 0 END;

ALTER TABLE allocation
    DROP CONSTRAINT allocation_outcome_known,
    DROP CONSTRAINT allocation_amount_is_whole_cents_and_the_one_left_over,
    DROP CONSTRAINT allocation_nothing_unless_funded,
    DROP CONSTRAINT allocation_once_per_school,
    DROP CONSTRAINT allocation_rank_unique,
    DROP COLUMN left_over_cent,
    ALTER COLUMN run DROP DEFAULT,
    ALTER COLUMN left_over_cents DROP DEFAULT,
    ADD CONSTRAINT allocation_outcome_known
        CHECK (outcome IN ('funded', 'held-harmless', 'below-the-cut', 'without-pupils')),
    ADD CONSTRAINT allocation_part_iff_funded CHECK ((part IS NOT NULL) = (outcome = 'funded')),
    ADD CONSTRAINT allocation_share_is_whole_units_and_the_one_left_over CHECK (
        CASE part WHEN 'share' THEN amount_cents = whole_cents + left_over_cents
                  ELSE whole_cents = 0 AND remainder = 0 AND left_over_cents = 0 END),
    ADD CONSTRAINT allocation_left_over_not_negative CHECK (left_over_cents >= 0),
    ADD CONSTRAINT allocation_something_if_held_harmless CHECK (outcome <> 'held-harmless' OR amount_cents > 0),
    ADD CONSTRAINT allocation_nothing_unless_served CHECK (outcome IN ('funded', 'held-harmless') OR amount_cents = 0),
    ADD CONSTRAINT allocation_held_completely_or_not CHECK (
        num_nulls(before_cents, guarantee_cents, without_cents) IN (0, 3)),
    ADD CONSTRAINT allocation_once_per_school_and_run UNIQUE (scenario_id, run, school_code),
    ADD CONSTRAINT allocation_rank_unique_per_run UNIQUE (scenario_id, run, rank);

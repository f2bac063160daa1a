-- One amount for all of it, and prices that count for so many units only.
ALTER TABLE price
    DROP CONSTRAINT price_unit_known,
    ADD CONSTRAINT price_unit_known CHECK (unit IN ('per-pupil', 'per-session', 'per-year', 'flat', 'agreed')),
    ADD COLUMN from_quantity  integer NOT NULL DEFAULT 1
        CONSTRAINT price_tier_counts_from_one CHECK (from_quantity >= 1),
    ADD COLUMN until_quantity integer,
    ADD CONSTRAINT price_tier_in_order CHECK (until_quantity >= from_quantity),
    ADD CONSTRAINT price_tier_only_of_what_is_counted
        CHECK (unit IN ('per-pupil', 'per-session', 'per-year') OR (from_quantity = 1 AND until_quantity IS NULL));

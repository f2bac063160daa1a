-- What portfolio-service tells of prices since they may be flat, or count for so many units only.
ALTER TABLE remembered_price
    DROP CONSTRAINT remembered_price_unit_known,
    ADD CONSTRAINT remembered_price_unit_known
        CHECK (unit IN ('per-pupil', 'per-session', 'per-year', 'flat', 'agreed')),
    ADD COLUMN from_quantity  integer NOT NULL DEFAULT 1
        CONSTRAINT remembered_price_tier_counts_from_one CHECK (from_quantity >= 1),
    ADD COLUMN until_quantity integer,
    ADD CONSTRAINT remembered_price_tier_in_order CHECK (until_quantity >= from_quantity);

-- Who sets a fund's day says which one they saw.
ALTER TABLE fund_cut_off ADD COLUMN version bigint NOT NULL DEFAULT 1;

-- A search adds up the pupils of the year's partnerships; without this it reads those of all years, whole rows.
CREATE INDEX partnership_by_year ON partnership (fiscal_year, program_id) INCLUDE (pupils, contracts);

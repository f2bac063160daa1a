-- Where no school is named, the reserve gives or receives.
ALTER TABLE revision ALTER COLUMN from_school DROP NOT NULL;
ALTER TABLE revision ALTER COLUMN to_school DROP NOT NULL;
ALTER TABLE revision DROP CONSTRAINT revision_between_two_schools;
ALTER TABLE revision ADD CONSTRAINT revision_between_two_sides CHECK (from_school IS DISTINCT FROM to_school);

-- A vetted program may be off the menu for a time; nothing goes on that chooses it.
ALTER TABLE remembered_vetting ADD COLUMN suspended boolean NOT NULL DEFAULT false;
ALTER TABLE remembered_vetting ALTER COLUMN suspended DROP DEFAULT;

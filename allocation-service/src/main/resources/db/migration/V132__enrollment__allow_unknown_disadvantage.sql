-- A source of pupils need not tell how many of them are disadvantaged: a OneRoster file does not.
ALTER TABLE enrollment ALTER COLUMN economically_disadvantaged DROP NOT NULL;

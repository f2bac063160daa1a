-- The first day, in the district, on which the schools may be told what they receive; null: any day.
ALTER TABLE fund ADD COLUMN allocations_published_on date;

-- Why the school amends what was approved: part of the version that is decided on, and of its digest. The column in
-- selection lasts only as long as the older version stands. Versions from before have none, and keep their digest.
ALTER TABLE selection_content
    ADD COLUMN amended_because text;

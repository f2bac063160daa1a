-- Whether published amounts may be brought to the October count; what was opened before is not.
ALTER TABLE fund ADD COLUMN retrued_to_october boolean NOT NULL DEFAULT false;

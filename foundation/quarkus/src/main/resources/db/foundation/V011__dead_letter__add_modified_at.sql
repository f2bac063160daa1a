-- When a letter last changed, for lists that ask for what is new (modifiedAfter); the database keeps it, whoever writes.
ALTER TABLE dead_letter ADD COLUMN modified_at timestamptz NOT NULL DEFAULT now();

UPDATE dead_letter SET modified_at = coalesce(resolved_at, due_since, received_at);

CREATE FUNCTION dead_letter_is_modified() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.modified_at := now();
    RETURN NEW;
END $$;

CREATE TRIGGER dead_letter_is_modified BEFORE UPDATE ON dead_letter
    FOR EACH ROW EXECUTE FUNCTION dead_letter_is_modified();

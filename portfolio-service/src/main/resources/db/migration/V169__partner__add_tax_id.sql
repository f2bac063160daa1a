-- By which the same organisation is recognised; not unique, because a chapter shares its parent's (policy §1.4).
ALTER TABLE partner
    ADD COLUMN tax_id text CONSTRAINT partner_tax_id_nine_digits CHECK (tax_id ~ '^[0-9]{9}$');

CREATE INDEX partner_by_tax_id ON partner (tax_id);

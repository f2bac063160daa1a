-- One salt per person whose data an audited state mentions. Deleting the row makes the person's digests meaningless
-- for ever, while the insert-only trail and its chain stay whole.
CREATE TABLE audit_salt (
    person text  NOT NULL CONSTRAINT audit_salt_pk PRIMARY KEY,
    salt   bytea NOT NULL CONSTRAINT audit_salt_is_long_enough CHECK (octet_length(salt) = 32)
);

REVOKE UPDATE ON audit_salt FROM ${app_role};

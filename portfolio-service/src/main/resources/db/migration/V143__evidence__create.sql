-- What files prove an application. The bytes lie outside of the database, under their digest.
CREATE TABLE evidence (
    id             uuid        NOT NULL CONSTRAINT evidence_pkey PRIMARY KEY,
    application_id uuid        NOT NULL REFERENCES application (id),
    file_name      text        NOT NULL CONSTRAINT evidence_file_name_not_blank CHECK (length(btrim(file_name)) BETWEEN 1 AND 200),
    type           text        NOT NULL CONSTRAINT evidence_type_known CHECK (type IN ('pdf', 'png', 'jpeg', 'docx')),
    bytes          bigint      NOT NULL CONSTRAINT evidence_not_empty CHECK (bytes > 0),
    sha256         text        NOT NULL CONSTRAINT evidence_sha256_in_hex CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    criterion      text,
    issuer         text        NOT NULL,
    subject        text        NOT NULL,
    at             timestamptz NOT NULL,
    CONSTRAINT evidence_once_per_application UNIQUE (application_id, sha256)
);

REVOKE UPDATE, DELETE, TRUNCATE ON evidence FROM ${app_role};

-- The files of each version of a selection; their bytes lie outside of the database, under the digest
-- (docs/decisions/0014-evidence-by-content.md). A file that several versions have stands once for each. Only ever added.
CREATE TABLE selection_attachment (
    selection_id    uuid        NOT NULL REFERENCES selection (id),
    place           integer     NOT NULL,
    content_version integer     NOT NULL,
    id              uuid        NOT NULL,
    file_name       text        NOT NULL CONSTRAINT selection_attachment_has_a_name CHECK (file_name <> ''),
    type            text        NOT NULL CONSTRAINT selection_attachment_type_known
                                CHECK (type IN ('pdf', 'png', 'jpeg', 'docx')),
    bytes           bigint      NOT NULL CONSTRAINT selection_attachment_is_not_empty CHECK (bytes >= 1),
    sha256          text        NOT NULL CONSTRAINT selection_attachment_digest_is_sha256
                                CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    issuer          text        NOT NULL,
    subject         text        NOT NULL,
    attached_at     timestamptz NOT NULL,
    CONSTRAINT selection_attachment_pkey PRIMARY KEY (selection_id, place),
    CONSTRAINT selection_attachment_stands_once_in_a_version UNIQUE (selection_id, content_version, sha256)
);

REVOKE UPDATE, DELETE, TRUNCATE ON selection_attachment FROM ${app_role};

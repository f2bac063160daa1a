-- Who saw which version of a selection, and when first. docs/policy/approval.md §17.
CREATE TABLE selection_seen (
    selection_id    uuid        NOT NULL REFERENCES selection (id),
    content_version integer     NOT NULL CONSTRAINT selection_seen_version_from_one CHECK (content_version >= 1),
    issuer          text        NOT NULL,
    subject         text        NOT NULL,
    seen_at         timestamptz NOT NULL,
    CONSTRAINT selection_seen_pkey PRIMARY KEY (selection_id, content_version, issuer, subject)
);

REVOKE UPDATE, DELETE, TRUNCATE ON selection_seen FROM ${app_role};

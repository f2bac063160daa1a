-- What people who may read a selection said about it. Only ever added.
CREATE TABLE selection_comment (
    id              uuid        NOT NULL CONSTRAINT selection_comment_pkey PRIMARY KEY,
    selection_id    uuid        NOT NULL REFERENCES selection (id),
    content_version integer     NOT NULL,
    line_id         uuid        REFERENCES selection_line (id),
    issuer          text        NOT NULL,
    subject         text        NOT NULL,
    role            text        NOT NULL,
    said            text        NOT NULL,
    said_at         timestamptz NOT NULL
);

CREATE INDEX selection_comment_by_selection ON selection_comment (selection_id, id);

REVOKE UPDATE, DELETE, TRUNCATE ON selection_comment FROM ${app_role};

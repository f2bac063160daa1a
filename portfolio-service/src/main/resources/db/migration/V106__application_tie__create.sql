-- Who declared what tie to the partner of an application; personal, and never taken back.
CREATE TABLE application_tie (
    application_id uuid        NOT NULL REFERENCES application (id),
    place          integer     NOT NULL,
    issuer         text        NOT NULL,
    subject        text        NOT NULL,
    tie            text        NOT NULL CONSTRAINT application_tie_known
                               CHECK (tie IN ('employment', 'board', 'family', 'financial', 'other')),
    declared_at    timestamptz NOT NULL,
    CONSTRAINT application_tie_pkey PRIMARY KEY (application_id, place),
    CONSTRAINT application_tie_is_declared_once UNIQUE (application_id, issuer, subject)
);

REVOKE UPDATE, DELETE, TRUNCATE ON application_tie FROM ${app_role};

-- Who did what, as whom, why and in which request; never published. States are JSON text as it was written, with
-- personal data as salted digests (audit_salt). at is the district's time, recorded_at the real one.
CREATE TABLE audit_log (
    seq          bigint      NOT NULL DEFAULT nextval('log_seq') CONSTRAINT audit_log_pk PRIMARY KEY,
    at           timestamptz NOT NULL,
    recorded_at  timestamptz NOT NULL DEFAULT now(),
    issuer       text        NOT NULL,
    actor        text        NOT NULL,
    roles        text        NOT NULL,
    reason       text,
    request_id   text,
    action       text        NOT NULL CONSTRAINT audit_log_action_is_short CHECK (length(action) BETWEEN 1 AND 200),
    subject      text        NOT NULL CONSTRAINT audit_log_subject_is_short CHECK (length(subject) BETWEEN 1 AND 500),
    state_before text,
    state_after  text
);

CREATE INDEX audit_log_by_subject ON audit_log (subject, seq);

REVOKE INSERT, UPDATE, DELETE ON audit_log FROM ${app_role};
GRANT INSERT (at, issuer, actor, roles, reason, request_id, action, subject, state_before, state_after)
    ON audit_log TO ${app_role};

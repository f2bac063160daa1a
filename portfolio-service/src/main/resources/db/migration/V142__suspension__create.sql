-- When a vetted program was off the menu, and why; who was on it when stays known.
CREATE TABLE suspension (
    application_id        uuid        NOT NULL REFERENCES application (id),
    place                 integer     NOT NULL,
    reasons               text        NOT NULL CONSTRAINT suspension_reasons_not_blank CHECK (length(btrim(reasons)) > 0),
    from_day              date        NOT NULL,
    issuer                text        NOT NULL,
    subject               text        NOT NULL,
    at                    timestamptz NOT NULL,
    reinstated_on         date,
    reinstatement_reasons text,
    reinstater_issuer     text,
    reinstater_subject    text,
    reinstated_at         timestamptz,
    CONSTRAINT suspension_pkey PRIMARY KEY (application_id, place),
    CONSTRAINT suspension_ends_whole CHECK (num_nonnulls(
        reinstated_on, reinstatement_reasons, reinstater_issuer, reinstater_subject, reinstated_at) IN (0, 5)),
    CONSTRAINT suspension_ends_behind_its_beginning CHECK (reinstated_on >= from_day)
);

REVOKE UPDATE, DELETE, TRUNCATE ON suspension FROM ${app_role};
GRANT UPDATE (reinstated_on, reinstatement_reasons, reinstater_issuer, reinstater_subject, reinstated_at)
    ON suspension TO ${app_role};

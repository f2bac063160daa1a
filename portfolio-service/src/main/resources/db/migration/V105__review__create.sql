-- What one reviewer found about an application. It never changes.
CREATE TABLE review (
    id               uuid        NOT NULL CONSTRAINT review_pkey PRIMARY KEY,
    application_id   uuid        NOT NULL REFERENCES application (id),
    reviewer_issuer  text        NOT NULL,
    reviewer_subject text        NOT NULL,
    at               timestamptz NOT NULL,
    CONSTRAINT review_once_per_reviewer UNIQUE (application_id, reviewer_issuer, reviewer_subject)
);

CREATE TABLE rating (
    review_id uuid    NOT NULL REFERENCES review (id),
    place     integer NOT NULL,
    criterion text    NOT NULL,
    rating    text    NOT NULL CONSTRAINT rating_known CHECK (rating IN ('exceeds', 'meets', 'does-not-meet')),
    reason    text    NOT NULL CONSTRAINT rating_reason_not_blank CHECK (length(btrim(reason)) > 0),
    CONSTRAINT rating_pkey PRIMARY KEY (review_id, place)
);

REVOKE UPDATE, DELETE, TRUNCATE ON review, rating FROM ${app_role};

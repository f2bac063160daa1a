-- A council's meeting: what was posted, and who is on record as present.
CREATE TABLE meeting (
    id               uuid        NOT NULL CONSTRAINT meeting_pkey PRIMARY KEY,
    school_code      text        NOT NULL REFERENCES council (school_code),
    starts_at        timestamptz NOT NULL,
    meeting_place    text        NOT NULL,
    posted_issuer    text        NOT NULL,
    posted_subject   text        NOT NULL,
    posted_at        timestamptz NOT NULL,
    recorded_issuer  text,
    recorded_subject text,
    recorded_at      timestamptz,
    version          bigint      NOT NULL,
    CONSTRAINT meeting_attendance_is_recorded_by_somebody CHECK (
        num_nonnulls(recorded_issuer, recorded_subject, recorded_at) IN (0, 3))
);

CREATE INDEX meeting_by_school ON meeting (school_code, id);

CREATE TABLE meeting_topic (
    meeting_id uuid    NOT NULL REFERENCES meeting (id),
    place      integer NOT NULL,
    topic      text    NOT NULL,
    CONSTRAINT meeting_topic_pkey PRIMARY KEY (meeting_id, place)
);

CREATE TABLE meeting_item (
    meeting_id      uuid    NOT NULL REFERENCES meeting (id),
    place           integer NOT NULL,
    selection_id    uuid    NOT NULL REFERENCES selection (id),
    content_version integer NOT NULL,
    digest          text    NOT NULL,
    CONSTRAINT meeting_item_pkey PRIMARY KEY (meeting_id, place)
);

CREATE TABLE meeting_presence (
    meeting_id uuid NOT NULL REFERENCES meeting (id),
    seat_id    uuid NOT NULL,
    CONSTRAINT meeting_presence_pkey PRIMARY KEY (meeting_id, seat_id)
);

REVOKE DELETE, TRUNCATE ON meeting FROM ${app_role};
REVOKE UPDATE, DELETE, TRUNCATE ON meeting_topic, meeting_item FROM ${app_role};

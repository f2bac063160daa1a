-- Facts for others, written in the transaction that made them true; the relay publishes each insert in commit order.
-- Plain columns with defaults, because generated ones are not replicated; text, because jsonb reorders bytes.
-- seq is shared with audit_log: both logs are sealed into one chain (event_position).
CREATE SEQUENCE log_seq;

CREATE TABLE event_log (
    id           uuid        NOT NULL CONSTRAINT event_log_pk PRIMARY KEY,
    seq          bigint      NOT NULL DEFAULT nextval('log_seq') CONSTRAINT event_log_seq_is_unique UNIQUE,
    topic        text        NOT NULL CONSTRAINT event_log_topic_is_a_name CHECK (topic ~ '^[a-z0-9.-]{1,200}$'),
    subject      text        NOT NULL CONSTRAINT event_log_subject_is_short CHECK (length(subject) BETWEEN 1 AND 200),
    type         text        NOT NULL CONSTRAINT event_log_type_is_short CHECK (length(type) BETWEEN 1 AND 200),
    source       text        NOT NULL CONSTRAINT event_log_source_is_short CHECK (length(source) BETWEEN 1 AND 200),
    specversion  text        NOT NULL DEFAULT '1.0',
    content_type text        NOT NULL DEFAULT 'application/json',
    at           timestamptz NOT NULL,
    traceparent  text,
    payload      text        NOT NULL,
    -- An oversized event refuses its command; it never jams the relay.
    CONSTRAINT event_log_payload_fits_the_relay CHECK (octet_length(payload) <= 262144)
);

-- The application says what happened; the order (seq) is the sequence's word alone. Nothing is changed or removed.
REVOKE INSERT, UPDATE, DELETE ON event_log FROM ${app_role};
GRANT INSERT (id, topic, subject, type, source, specversion, content_type, at, traceparent, payload)
    ON event_log TO ${app_role};

-- Every event this service heard and acted on, parked or buried, written with the effect: a repeat is a no-op.
-- Kept for ever: topics are kept for ever too, and a lost slot is healed by publishing old events again.
CREATE TABLE inbox (
    source   text        NOT NULL,
    event_id text        NOT NULL,
    heard_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT inbox_pk PRIMARY KEY (source, event_id)
);

REVOKE UPDATE, DELETE ON inbox FROM ${app_role};

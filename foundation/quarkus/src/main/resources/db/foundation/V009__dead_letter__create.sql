-- Records that could not be used when they were heard, with their bytes. A lane is a topic and a subject: letters of
-- one lane are taken strictly by seq, and later events of the lane wait behind its open letters.
--   parked: waits for a cause (kind awaits) or for an earlier letter (kind waits-behind)
--   dead: an operator must look;  redriven: it took effect;  discarded: an operator gave it up, and said why
CREATE TABLE dead_letter (
    id            uuid        NOT NULL CONSTRAINT dead_letter_pk PRIMARY KEY,
    seq           bigint      NOT NULL GENERATED ALWAYS AS IDENTITY CONSTRAINT dead_letter_seq_is_unique UNIQUE,
    state         text        NOT NULL
                  CONSTRAINT dead_letter_state_is_known CHECK (state IN ('parked', 'dead', 'redriven', 'discarded')),
    kind          text        NOT NULL CONSTRAINT dead_letter_kind_is_known
                  CHECK (kind IN ('awaits', 'waits-behind', 'unreadable', 'unusable', 'failed')),
    reason        text        NOT NULL,
    awaited       text        CONSTRAINT dead_letter_awaits_iff_kind CHECK ((awaited IS NOT NULL) = (kind = 'awaits')),
    lane          text        NOT NULL,
    channel       text        NOT NULL,
    topic         text        NOT NULL,
    kafka_partition integer   NOT NULL,
    kafka_offset  bigint      NOT NULL,
    kafka_key     text,
    headers       text        NOT NULL,
    value         bytea,
    source        text,
    event_id      text,
    type          text,
    subject       text,
    -- What cannot be read has no id to be known again by; its bytes are (null for what could be read).
    fingerprint   bytea       CONSTRAINT dead_letter_unreadable_is_kept_once UNIQUE,
    version       bigint      NOT NULL DEFAULT 1,
    attempts      integer     NOT NULL DEFAULT 0 CONSTRAINT dead_letter_attempts_are_counted CHECK (attempts >= 0),
    received_at   timestamptz NOT NULL DEFAULT now(),
    due_since     timestamptz CONSTRAINT dead_letter_due_only_while_open
                  CHECK (due_since IS NULL OR state IN ('parked', 'dead')),
    resolved_at   timestamptz CONSTRAINT dead_letter_resolved_iff_closed
                  CHECK ((resolved_at IS NOT NULL) = (state IN ('redriven', 'discarded'))),
    resolved_by   text,
    resolution    text        CONSTRAINT dead_letter_discarded_with_a_reason
                  CHECK (state <> 'discarded' OR length(trim(resolution)) > 0)
);

CREATE INDEX dead_letter_open_by_lane ON dead_letter (lane, seq) WHERE state IN ('parked', 'dead');
CREATE INDEX dead_letter_open_by_awaited ON dead_letter (awaited) WHERE state = 'parked' AND awaited IS NOT NULL;
CREATE INDEX dead_letter_due ON dead_letter (due_since) WHERE due_since IS NOT NULL;
CREATE INDEX dead_letter_by_state ON dead_letter (state, seq);

REVOKE DELETE ON dead_letter FROM ${app_role};

-- The order that the feed and the hash chain follow: 1, 2, 3 ... without a gap, given to rows after their commit.
-- hash = SHA-256 over the previous hash and the canonical bytes of the row (docs/decisions/0004-event-backbone.md).
CREATE TABLE event_position (
    position      bigint NOT NULL CONSTRAINT event_position_pk PRIMARY KEY
                         CONSTRAINT event_position_starts_at_one CHECK (position >= 1),
    log           text   NOT NULL CONSTRAINT event_position_log_is_known CHECK (log IN ('event', 'audit')),
    seq           bigint NOT NULL CONSTRAINT event_position_seq_is_unique UNIQUE,
    previous_hash bytea  NOT NULL CONSTRAINT event_position_previous_is_sha256 CHECK (octet_length(previous_hash) = 32),
    hash          bytea  NOT NULL CONSTRAINT event_position_hash_is_sha256 CHECK (octet_length(hash) = 32)
);

CREATE INDEX event_position_of_events ON event_position (position) WHERE log = 'event';

REVOKE UPDATE, DELETE ON event_position FROM ${app_role};

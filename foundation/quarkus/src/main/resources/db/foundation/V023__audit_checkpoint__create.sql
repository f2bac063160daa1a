-- How far the chain had come, and with which hash, at most once a minute: said on Kafka and at a public door, so that
-- whoever rewrites the chain contradicts what others have noted.
CREATE TABLE audit_checkpoint (
    position bigint      NOT NULL CONSTRAINT audit_checkpoint_pk PRIMARY KEY
                         CONSTRAINT audit_checkpoint_is_of_the_chain REFERENCES event_position (position),
    hash     bytea       NOT NULL CONSTRAINT audit_checkpoint_hash_is_sha256 CHECK (octet_length(hash) = 32),
    at       timestamptz NOT NULL DEFAULT now()
);

REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON audit_checkpoint FROM ${app_role};
GRANT INSERT (position, hash) ON audit_checkpoint TO ${app_role};

-- One row per POST that succeeded in the last 24 hours: what was asked, and the answer byte for byte.
-- The row is written first in the request's own transaction; a refusal takes it back with everything else.
CREATE TABLE idempotency_key (
    caller         text        NOT NULL,
    method         text        NOT NULL,
    path           text        NOT NULL,
    key            text        NOT NULL,
    request_digest bytea       NOT NULL CONSTRAINT idempotency_key_request_digest_is_sha256 CHECK (octet_length(request_digest) = 32),
    created_at     timestamptz NOT NULL DEFAULT clock_timestamp(), -- real time, never the district clock: it is a lease
    status         integer     CONSTRAINT idempotency_key_keeps_good_answers_only CHECK (status BETWEEN 200 AND 299),
    body           text,
    content_type   text,
    location       text,
    etag           text,
    CONSTRAINT idempotency_key_pk PRIMARY KEY (caller, method, path, key),
    CONSTRAINT idempotency_key_key_has_1_to_255_characters CHECK (length(key) BETWEEN 1 AND 255)
);

-- The removal of expired keys walks along this.
CREATE INDEX idempotency_key_created_at_idx ON idempotency_key (created_at);

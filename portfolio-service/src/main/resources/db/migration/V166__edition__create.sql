-- The menu as a cycle published it: who, when, and every byte of it. It never changes (docs/policy/partner-vetting.md 5.8).
CREATE TABLE edition (
    id       uuid        NOT NULL CONSTRAINT edition_pkey PRIMARY KEY,
    cycle_id uuid        NOT NULL REFERENCES cycle (id),
    number   integer     NOT NULL CONSTRAINT edition_number_from_one CHECK (number >= 1),
    day      date        NOT NULL,
    programs integer     NOT NULL CONSTRAINT edition_has_a_program CHECK (programs >= 1),
    digest   text        NOT NULL,
    issuer   text        NOT NULL,
    subject  text        NOT NULL,
    at       timestamptz NOT NULL,
    document text        NOT NULL,
    CONSTRAINT edition_number_unique_in_its_cycle UNIQUE (cycle_id, number),
    CONSTRAINT edition_digest_is_of_its_document CHECK (digest = encode(sha256(convert_to(document, 'UTF8')), 'hex'))
);

REVOKE UPDATE, DELETE, TRUNCATE ON edition FROM ${app_role};

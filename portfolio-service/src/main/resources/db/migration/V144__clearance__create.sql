-- Whether an organisation is insured, has its staff checked, is in order with its taxes: only that and until when, never the
-- record behind it. Each row is what was found on a day; the newest of a partner and kind counts.
CREATE TABLE clearance (
    id         uuid        NOT NULL CONSTRAINT clearance_pkey PRIMARY KEY,
    partner_id uuid        NOT NULL REFERENCES partner (id),
    kind       text        NOT NULL CONSTRAINT clearance_kind_known
                           CHECK (kind IN ('liability-insurance', 'background-checks', 'tax-status')),
    status     text        NOT NULL CONSTRAINT clearance_status_known
                           CHECK (status IN ('cleared', 'pending', 'not-cleared')),
    expires_on date,
    issuer     text        NOT NULL,
    subject    text        NOT NULL,
    at         timestamptz NOT NULL,
    CONSTRAINT clearance_expires_only_when_cleared CHECK (expires_on IS NULL OR status = 'cleared')
);

CREATE INDEX clearance_newest ON clearance (partner_id, kind, id DESC);

-- Which clearances a category asks for, joined by a semicolon; empty if it asks for none.
ALTER TABLE category ADD COLUMN clearances text NOT NULL DEFAULT '';
ALTER TABLE category ALTER COLUMN clearances DROP DEFAULT;

REVOKE UPDATE, DELETE, TRUNCATE ON clearance FROM ${app_role};

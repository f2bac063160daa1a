-- Where people are written to: personal data, kept nowhere else (docs/policy/reminders.md §1).
CREATE TABLE mail_contact (
    issuer      text        NOT NULL,
    subject     text        NOT NULL,
    address     text        NOT NULL CONSTRAINT mail_contact_address_is_one CHECK (address ~ '^[^\s@]+@[^\s@]+$' AND length(address) <= 254),
    wants_mail  boolean     NOT NULL,
    set_issuer  text        NOT NULL,
    set_subject text        NOT NULL,
    modified_at timestamptz NOT NULL,
    version     bigint      NOT NULL,
    CONSTRAINT mail_contact_pkey PRIMARY KEY (issuer, subject)
);

-- Messages, put down in the transaction of their cause. Attempts are by the real clock, because mail servers live by it.
CREATE TABLE mail (
    id              uuid        NOT NULL CONSTRAINT mail_pkey PRIMARY KEY,
    issuer          text        NOT NULL,
    subject         text        NOT NULL,
    kind            text        NOT NULL CONSTRAINT mail_kind_known CHECK (kind IN (
                                    'booking-confirmed', 'booking-waiting', 'booking-moved-up', 'booking-cancelled',
                                    'session-moved', 'session-cancelled', 'meeting-posted', 'selection-returned',
                                    'selection-approved', 'selection-reserved', 'your-turn', 'deadline-near', 'overdue')),
    thing           text        NOT NULL,
    edition         text        NOT NULL,
    title           text        NOT NULL,
    paragraphs      text[]      NOT NULL,
    path            text,
    calendar        text,
    happened_at     timestamptz NOT NULL,
    put_down_at     timestamptz NOT NULL DEFAULT now(),
    state           text        NOT NULL DEFAULT 'waiting'
                                CONSTRAINT mail_state_known CHECK (state IN ('waiting', 'sent', 'unaddressed', 'declined', 'given-up')),
    attempts        integer     NOT NULL DEFAULT 0,
    next_attempt_at timestamptz DEFAULT now(),
    fault           text,
    settled_at      timestamptz,
    CONSTRAINT mail_waits_for_its_next_attempt CHECK ((state = 'waiting') = (next_attempt_at IS NOT NULL)),
    CONSTRAINT mail_settled_once CHECK ((state = 'waiting') = (settled_at IS NULL)),
    CONSTRAINT mail_told_once UNIQUE (issuer, subject, kind, thing, edition)
);

CREATE INDEX mail_due ON mail (next_attempt_at, id) WHERE state = 'waiting';

REVOKE TRUNCATE ON mail_contact FROM ${app_role};
REVOKE UPDATE, DELETE, TRUNCATE ON mail FROM ${app_role};
GRANT UPDATE (state, attempts, next_attempt_at, fault, settled_at) ON mail TO ${app_role};

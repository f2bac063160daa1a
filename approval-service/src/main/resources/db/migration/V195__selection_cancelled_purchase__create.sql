-- What central office gave up buying for a selection, as procurement said (ProcessCancelled); only ever added. What such a
-- process awarded is void. Its school is told.
CREATE TABLE selection_cancelled_purchase (
    selection_id uuid        NOT NULL REFERENCES selection (id),
    place        integer     NOT NULL,
    process_id   uuid        NOT NULL,
    program_name text        NOT NULL,
    partner_name text        NOT NULL,
    reason       text        NOT NULL,
    cancelled_at timestamptz NOT NULL,
    CONSTRAINT selection_cancelled_purchase_pkey PRIMARY KEY (selection_id, place),
    CONSTRAINT selection_cancelled_purchase_once_per_process UNIQUE (selection_id, process_id)
);

REVOKE UPDATE, DELETE, TRUNCATE ON selection_cancelled_purchase FROM ${app_role};

ALTER TABLE mail
    DROP CONSTRAINT mail_kind_known,
    ADD CONSTRAINT mail_kind_known CHECK (kind IN (
        'booking-confirmed', 'booking-waiting', 'booking-moved-up', 'booking-cancelled', 'session-moved',
        'session-cancelled', 'meeting-posted', 'selection-returned', 'selection-approved', 'selection-reserved',
        'purchase-cancelled', 'your-turn', 'deadline-near', 'overdue'));

-- The ledger beside a file of the city's accounting system (docs/policy/reconciliation.md). Amounts are whole US cents.
CREATE TABLE reconciliation (
    id           uuid        NOT NULL CONSTRAINT reconciliation_is_known_by_its_id PRIMARY KEY,
    fiscal_year  integer     NOT NULL,
    through      date        NOT NULL,
    source       text        NOT NULL,
    file_digest  text        NOT NULL,
    lines        bigint      NOT NULL,
    imported_by  text        NOT NULL,
    imported_at  timestamptz NOT NULL,
    modified_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT reconciliation_is_one_per_file_year_and_day UNIQUE (file_digest, fiscal_year, through)
);
REVOKE ALL ON reconciliation FROM ${app_role};
GRANT SELECT, INSERT, UPDATE (modified_at) ON reconciliation TO ${app_role};

-- The lines of the file while it is matched; no longer needed afterwards, and removed with the same transaction.
CREATE UNLOGGED TABLE reconciliation_entry (
    reconciliation_id uuid   NOT NULL,
    chart             text   NOT NULL,
    kind              text   NOT NULL,
    reference         text   NOT NULL,
    booked_on         date   NOT NULL,
    cents             bigint NOT NULL
);
CREATE INDEX reconciliation_entry_of_file ON reconciliation_entry (reconciliation_id, chart, kind, reference);
REVOKE ALL ON reconciliation_entry FROM ${app_role};
GRANT SELECT, INSERT, DELETE ON reconciliation_entry TO ${app_role};

CREATE TABLE reconciliation_item (
    reconciliation_id uuid    NOT NULL CONSTRAINT reconciliation_item_belongs_to_a_reconciliation REFERENCES reconciliation (id),
    place             integer NOT NULL,
    chart             text    NOT NULL,
    school_code       text,
    kind              text    NOT NULL CONSTRAINT reconciliation_item_kind_known CHECK (kind IN ('encumbrance', 'expenditure')),
    reference         text    NOT NULL,
    here_cents        bigint,
    there_cents       bigint,
    here_on           date,
    there_on          date,
    outcome           text    NOT NULL CONSTRAINT reconciliation_item_outcome_known CHECK (outcome IN
                              ('matched', 'missing-here', 'missing-there', 'different-amount', 'different-date')),
    resolution        text,
    resolved_by       text,
    resolved_at       timestamptz,
    version           bigint  NOT NULL DEFAULT 1,
    CONSTRAINT reconciliation_item_in_order PRIMARY KEY (reconciliation_id, place),
    CONSTRAINT reconciliation_item_is_resolved_by_somebody
        CHECK ((resolution IS NULL) = (resolved_by IS NULL) AND (resolution IS NULL) = (resolved_at IS NULL)),
    CONSTRAINT reconciliation_item_resolves_a_difference CHECK (resolution IS NULL OR outcome <> 'matched')
);
CREATE INDEX reconciliation_item_open ON reconciliation_item (reconciliation_id, outcome, place);
REVOKE ALL ON reconciliation_item FROM ${app_role};
GRANT SELECT, INSERT, UPDATE (resolution, resolved_by, resolved_at, version) ON reconciliation_item TO ${app_role};

-- By how many days the two may date the same thing differently (docs/policy/reconciliation.md §3).
CREATE TABLE reconciliation_tolerance (
    kind text    NOT NULL CONSTRAINT reconciliation_tolerance_is_one_per_kind PRIMARY KEY,
    days integer NOT NULL CONSTRAINT reconciliation_tolerance_is_not_negative CHECK (days >= 0)
);
INSERT INTO reconciliation_tolerance (kind, days) VALUES ('encumbrance', 5), ('expenditure', 3);
REVOKE ALL ON reconciliation_tolerance FROM ${app_role};
GRANT SELECT ON reconciliation_tolerance TO ${app_role};

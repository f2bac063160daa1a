-- What a school wants to buy, in every version, and every decision about it. Amounts are whole US cents. Versions,
-- lines and decisions are only ever added.
CREATE TABLE selection (
    id                 uuid        NOT NULL CONSTRAINT selection_pkey PRIMARY KEY,
    fund_id            uuid        NOT NULL REFERENCES remembered_fund (id),
    fiscal_year        integer     NOT NULL,
    school_code        text        NOT NULL CONSTRAINT selection_school_code_has_eight_digits
                                   CHECK (school_code ~ '^\d{8}$'),
    state              text        NOT NULL CONSTRAINT selection_state_known
                                   CHECK (state IN ('draft', 'submitted', 'approved', 'reserved', 'returned', 'withdrawn')),
    waits_for          text        CONSTRAINT selection_waits_for_a_step_iff_submitted
                                   CHECK ((state = 'submitted') = (waits_for IS NOT NULL)
                                       AND waits_for IN ('council', 'superintendent', 'completeness')),
    content_version    integer     NOT NULL CONSTRAINT selection_content_version_from_one CHECK (content_version >= 1),
    total_cents        bigint      NOT NULL,
    first_submitted_at timestamptz,
    submitted_issuer   text,
    submitted_subject  text,
    submitted_at       timestamptz,
    approved_at        timestamptz,
    reserved_at        timestamptz,
    ended_by           text,
    ended_issuer       text,
    ended_reasons      text,
    ended_at           timestamptz,
    modified_at        timestamptz NOT NULL,
    version            bigint      NOT NULL,
    CONSTRAINT selection_is_submitted_by_somebody CHECK (
        num_nonnulls(submitted_issuer, submitted_subject, submitted_at)
            = CASE WHEN state IN ('submitted', 'approved', 'reserved') THEN 3 ELSE 0 END),
    CONSTRAINT selection_approved_at_iff_approved CHECK ((approved_at IS NOT NULL) = (state IN ('approved', 'reserved'))),
    CONSTRAINT selection_reserved_at_iff_reserved CHECK ((reserved_at IS NOT NULL) = (state = 'reserved')),
    CONSTRAINT selection_reasons_iff_returned_or_withdrawn CHECK (
        num_nonnulls(ended_by, ended_reasons, ended_at)
            = CASE WHEN state IN ('returned', 'withdrawn') THEN 3 ELSE 0 END)
);

CREATE INDEX selection_by_purse ON selection (fund_id, school_code, state);
CREATE INDEX selection_by_school ON selection (school_code, id);

CREATE TABLE selection_content (
    selection_id       uuid        NOT NULL REFERENCES selection (id),
    place              integer     NOT NULL,
    content_version    integer     NOT NULL,
    digest             text        NOT NULL CONSTRAINT selection_content_digest_is_sha256
                                   CHECK (digest ~ '^[0-9a-f]{64}$'),
    goals              text        NOT NULL,
    data_looked_at     text        NOT NULL,
    pupils_to_serve    text        NOT NULL,
    community_involved text        NOT NULL,
    drafted_issuer     text        NOT NULL,
    drafted_subject    text        NOT NULL,
    drafted_at         timestamptz NOT NULL,
    CONSTRAINT selection_content_pkey PRIMARY KEY (selection_id, place)
);

CREATE TABLE selection_line (
    selection_id     uuid    NOT NULL REFERENCES selection (id),
    place            integer NOT NULL,
    content_version  integer NOT NULL,
    id               uuid    NOT NULL CONSTRAINT selection_line_is_known_by_its_id UNIQUE,
    program_id       uuid    NOT NULL,
    program_name     text    NOT NULL,
    partner_id       uuid    NOT NULL,
    partner_name     text    NOT NULL,
    service_area     text    NOT NULL,
    sheet_version    integer NOT NULL,
    price_code       text    NOT NULL,
    unit             text    NOT NULL,
    unit_price_cents bigint  NOT NULL,
    quantity         integer NOT NULL CONSTRAINT selection_line_quantity_from_one CHECK (quantity >= 1),
    pupils           integer NOT NULL CONSTRAINT selection_line_pupils_from_one CHECK (pupils >= 1),
    amount_cents     bigint  NOT NULL CONSTRAINT selection_line_amount_is_price_times_quantity
                             CHECK (amount_cents = unit_price_cents * quantity),
    service_from     date    NOT NULL,
    service_until    date    NOT NULL CONSTRAINT selection_line_serves_at_least_a_day CHECK (service_until >= service_from),
    CONSTRAINT selection_line_pkey PRIMARY KEY (selection_id, place)
);

CREATE TABLE selection_decision (
    selection_id    uuid        NOT NULL REFERENCES selection (id),
    place           integer     NOT NULL,
    step            text        NOT NULL CONSTRAINT selection_decision_step_known
                                CHECK (step IN ('council', 'superintendent', 'completeness', 'reservation', 'competition')),
    verdict         text        NOT NULL CONSTRAINT selection_decision_verdict_known
                                CHECK (verdict IN ('approved', 'returned', 'blocked')),
    content_version integer     NOT NULL,
    digest          text        NOT NULL,
    reasons         text        NOT NULL,
    issuer          text,
    subject         text,
    reference       uuid,
    decided_at      timestamptz NOT NULL,
    CONSTRAINT selection_decision_pkey PRIMARY KEY (selection_id, place)
);

CREATE TABLE selection_award (
    selection_id    uuid    NOT NULL REFERENCES selection (id),
    place           integer NOT NULL,
    process_id      uuid    NOT NULL,
    line_id         uuid    NOT NULL,
    chosen_program  uuid    NOT NULL,
    awarded_program uuid    NOT NULL,
    partner_name    text    NOT NULL,
    amount_cents    bigint  NOT NULL,
    CONSTRAINT selection_award_pkey PRIMARY KEY (selection_id, place)
);

REVOKE DELETE, TRUNCATE ON selection FROM ${app_role};
REVOKE UPDATE, DELETE, TRUNCATE ON selection_content, selection_line, selection_decision, selection_award FROM ${app_role};

-- Help for schools (docs/policy/support.md): on which days, in which sessions, and which schools come.
CREATE TABLE support_calendar (
    fund_id                   uuid        NOT NULL CONSTRAINT support_calendar_is_one_per_fund PRIMARY KEY
                                          REFERENCES remembered_fund (id),
    office_hours_first        date        NOT NULL,
    office_hours_last         date        NOT NULL,
    technical_assistance_first date       NOT NULL,
    technical_assistance_last date        NOT NULL,
    source                    text        NOT NULL CONSTRAINT support_calendar_source_not_blank CHECK (length(btrim(source)) > 0),
    modified_at               timestamptz NOT NULL,
    version                   bigint      NOT NULL,
    CONSTRAINT support_calendar_days_in_order CHECK (
        office_hours_last >= office_hours_first AND technical_assistance_last >= technical_assistance_first)
);

-- The default for funds that were heard of before there were calendars; later ones get theirs when they are heard of.
INSERT INTO support_calendar
SELECT id, make_date(fiscal_year - 2, 12, 11), make_date(fiscal_year - 2, 12, 13),
       make_date(fiscal_year - 2, 12, 14), make_date(fiscal_year - 1, 1, 11),
       'Default of the suite: the days of the superintendent''s memo to school leaders, 28 November 2017', now(), 1
  FROM remembered_fund;

CREATE TABLE help_session (
    id                uuid        NOT NULL CONSTRAINT help_session_pkey PRIMARY KEY,
    fund_id           uuid        NOT NULL REFERENCES remembered_fund (id),
    kind              text        NOT NULL CONSTRAINT help_session_kind_known CHECK (kind IN ('office-hours', 'technical-assistance')),
    starts_at         timestamptz NOT NULL,
    ends_at           timestamptz NOT NULL CONSTRAINT help_session_ends_after_its_begin CHECK (ends_at > starts_at),
    place             text,
    link              text        CONSTRAINT help_session_is_somewhere CHECK (num_nonnulls(place, link) > 0),
    capacity          integer     NOT NULL CONSTRAINT help_session_has_a_place CHECK (capacity BETWEEN 1 AND 500),
    host              text        NOT NULL,
    sequence          integer     NOT NULL,
    issuer            text        NOT NULL,
    subject           text        NOT NULL,
    announced_at      timestamptz NOT NULL,
    changed_at        timestamptz NOT NULL,
    cancelled_reason  text,
    cancelled_issuer  text,
    cancelled_subject text,
    modified_at       timestamptz NOT NULL,
    version           bigint      NOT NULL,
    CONSTRAINT help_session_cancelled_whole CHECK (
        num_nonnulls(cancelled_reason, cancelled_issuer, cancelled_subject) IN (0, 3))
);

CREATE INDEX help_session_by_end ON help_session (ends_at);

CREATE TABLE help_booking (
    id               uuid        NOT NULL CONSTRAINT help_booking_pkey PRIMARY KEY,
    session_id       uuid        NOT NULL REFERENCES help_session (id),
    place_in_line    integer     NOT NULL,
    school_code      text        NOT NULL CONSTRAINT help_booking_school_code_has_eight_digits CHECK (school_code ~ '^[0-9]{8}$'),
    issuer           text        NOT NULL,
    subject          text        NOT NULL,
    booked_at        timestamptz NOT NULL,
    state            text        NOT NULL CONSTRAINT help_booking_state_known CHECK (state IN ('confirmed', 'waiting', 'cancelled')),
    confirmed_at     timestamptz,
    cancelled_issuer text,
    cancelled_subject text,
    cancelled_at     timestamptz,
    attended         boolean,
    notes            text,
    seen_issuer      text,
    seen_subject     text,
    seen_at          timestamptz,
    modified_at      timestamptz NOT NULL,
    revision         integer     NOT NULL,
    CONSTRAINT help_booking_in_line_once UNIQUE (session_id, place_in_line),
    CONSTRAINT help_booking_confirmed_since CHECK ((state = 'confirmed') = (confirmed_at IS NOT NULL)),
    CONSTRAINT help_booking_cancelled_whole CHECK (
        num_nonnulls(cancelled_issuer, cancelled_subject, cancelled_at) = CASE state WHEN 'cancelled' THEN 3 ELSE 0 END),
    CONSTRAINT help_booking_seen_whole CHECK (num_nonnulls(attended, notes, seen_issuer, seen_subject, seen_at) IN (0, 5))
);

CREATE UNIQUE INDEX help_booking_of_a_school_stands_once ON help_booking (session_id, school_code) WHERE state <> 'cancelled';
CREATE INDEX help_booking_by_school ON help_booking (school_code, id);

-- Every school of the district, eligible or not, as the partnerships team's file has them.
CREATE TABLE school (
    code        text        NOT NULL CONSTRAINT school_pkey PRIMARY KEY
                            CONSTRAINT school_code_eight_digits CHECK (code ~ '^[0-9]{8}$'),
    name        text        NOT NULL CONSTRAINT school_name_not_blank CHECK (length(btrim(name)) > 0),
    modified_at timestamptz NOT NULL
);

REVOKE DELETE, TRUNCATE ON support_calendar, help_session, help_booking, school FROM ${app_role};

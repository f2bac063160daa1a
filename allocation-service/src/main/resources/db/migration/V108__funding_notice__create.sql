-- What a fiscal year paid for, as it is told on one day. A notice never changes; a correction is one of a later day.
CREATE TABLE funding_notice (
    id          uuid        NOT NULL CONSTRAINT funding_notice_pkey PRIMARY KEY,
    fiscal_year integer     NOT NULL,
    notice_on   date        NOT NULL,
    source      text        NOT NULL CONSTRAINT funding_notice_source_not_blank CHECK (length(btrim(source)) > 0),
    imported_at timestamptz NOT NULL,
    CONSTRAINT funding_notice_unique_by_year_and_day UNIQUE (fiscal_year, notice_on)
);

CREATE TABLE prior_year_funding (
    id           uuid   NOT NULL CONSTRAINT prior_year_funding_pkey PRIMARY KEY,
    notice_id    uuid   NOT NULL REFERENCES funding_notice (id),
    school_code  text   NOT NULL REFERENCES school (code),
    partner      text   NOT NULL CONSTRAINT prior_year_funding_partner_not_blank CHECK (length(btrim(partner)) > 0),
    service_area text   NOT NULL CONSTRAINT prior_year_funding_service_area_not_blank
                        CHECK (length(btrim(service_area)) > 0),
    amount_cents bigint NOT NULL CONSTRAINT prior_year_funding_amount_positive CHECK (amount_cents > 0),
    CONSTRAINT prior_year_funding_once_per_school_partner_and_area
        UNIQUE (notice_id, school_code, partner, service_area)
);

CREATE INDEX prior_year_funding_by_school ON prior_year_funding (school_code, id);

REVOKE UPDATE, DELETE, TRUNCATE ON funding_notice, prior_year_funding FROM ${app_role};

-- Written determinations on which sole sources and exemptions rest (docs/policy/procurement.md §9). Columns hold what is
-- looked up; the document holds the file. Public from the moment they are recorded.
CREATE TABLE determination (
    id            uuid        NOT NULL CONSTRAINT determination_is_known_by_its_id PRIMARY KEY,
    fund_id       uuid        NOT NULL CONSTRAINT determination_is_of_a_fund REFERENCES remembered_fund (id),
    fiscal_year   integer     NOT NULL,
    program_id    uuid        NOT NULL,
    partner_id    uuid        NOT NULL,
    service_area  text        NOT NULL,
    kind          text        NOT NULL CONSTRAINT determination_kind_known CHECK (kind IN ('sole-source', 'exemption')),
    ground        text        NOT NULL,
    up_to_cents   bigint      NOT NULL CONSTRAINT determination_covers_at_least_one_cent CHECK (up_to_cents > 0),
    determined_on date        NOT NULL,
    state         text        NOT NULL CONSTRAINT determination_state_known CHECK (state IN ('standing', 'revoked')),
    document      jsonb       NOT NULL,
    modified_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    version       bigint      NOT NULL DEFAULT 1
);
REVOKE DELETE, TRUNCATE ON determination FROM ${app_role};

-- Which process rests on which determination: its route names it.
CREATE INDEX contracting_process_by_reference ON contracting_process ((document #>> '{opening,route,reference}'));

-- How a program is bought for all schools that chose it. Columns hold what is looked up; the document holds the file of
-- the process: solicitation, offers, award. Its lines are in reserved_line.
CREATE TABLE contracting_process (
    id           uuid        NOT NULL CONSTRAINT contracting_process_is_known_by_its_id PRIMARY KEY,
    fund_id      uuid        NOT NULL,
    fiscal_year  integer     NOT NULL,
    program_id   uuid        NOT NULL,
    partner_id   uuid        NOT NULL,
    service_area text        NOT NULL,
    route        text        NOT NULL CONSTRAINT contracting_process_route_known
                             CHECK (route IN ('call-off', 'competition', 'sole-source', 'exemption')),
    state        text        NOT NULL CONSTRAINT contracting_process_state_known CHECK (state IN ('open', 'solicited', 'awarded')),
    document     jsonb       NOT NULL,
    modified_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    version      bigint      NOT NULL DEFAULT 1
);
CREATE INDEX contracting_process_of_year ON contracting_process (fiscal_year, partner_id, service_area);
REVOKE DELETE, TRUNCATE ON contracting_process FROM ${app_role};

ALTER TABLE reserved_line ADD CONSTRAINT reserved_line_process_exists
    FOREIGN KEY (process_id) REFERENCES contracting_process (id);

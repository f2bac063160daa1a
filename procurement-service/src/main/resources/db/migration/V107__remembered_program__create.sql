-- What procurement remembers of a program: who offers it and what it serves, as portfolio-service said last.
CREATE TABLE remembered_program (
    id           uuid NOT NULL CONSTRAINT remembered_program_is_known_by_its_id PRIMARY KEY,
    partner_id   uuid NOT NULL,
    partner_name text NOT NULL,
    name         text NOT NULL,
    service_area text NOT NULL
);
REVOKE DELETE, TRUNCATE ON remembered_program FROM ${app_role};

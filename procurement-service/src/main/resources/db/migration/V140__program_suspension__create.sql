-- Programs that portfolio-service took off the menu, by vetting: nothing is awarded to them or signed meanwhile.
CREATE TABLE program_suspension (
    program_id     uuid NOT NULL,
    application_id uuid NOT NULL,
    from_day       date NOT NULL,
    reinstated_on  date,
    CONSTRAINT program_suspension_pkey PRIMARY KEY (program_id, application_id, from_day),
    CONSTRAINT program_suspension_ends_after_it_begins CHECK (reinstated_on >= from_day)
);

REVOKE DELETE, TRUNCATE ON program_suspension FROM ${app_role};

-- What a partner offers. Grades are the words of school life joined by a semicolon, such as PK;K;1.
CREATE TABLE program (
    id            uuid        NOT NULL CONSTRAINT program_pkey PRIMARY KEY,
    partner_id    uuid        NOT NULL REFERENCES partner (id),
    name          text        NOT NULL CONSTRAINT program_name_not_blank CHECK (length(btrim(name)) BETWEEN 1 AND 200),
    service_area  text        NOT NULL CONSTRAINT program_service_area_known
                              CHECK (service_area IN ('academic', 'college-and-career', 'health-and-wellness',
                                                      'parents-and-family', 'resource-and-capacity',
                                                      'afterschool-and-recreation')),
    description   text        NOT NULL,
    grades        text        NOT NULL CONSTRAINT program_grades_known
                              CHECK (grades ~ '^(PK|K|[1-9]|1[0-2])(;(PK|K|[1-9]|1[0-2]))*$'),
    capacity      integer     NOT NULL CONSTRAINT program_capacity_positive CHECK (capacity >= 1),
    registered_at timestamptz NOT NULL,
    modified_at   timestamptz NOT NULL,
    version       bigint      NOT NULL
);

CREATE UNIQUE INDEX program_name_unique_of_its_partner ON program (partner_id, lower(name));

REVOKE DELETE, TRUNCATE ON program FROM ${app_role};

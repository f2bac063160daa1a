-- What portfolio-service told of partners and programs: prices by day, vetting by day. Amounts are whole US cents.
CREATE TABLE remembered_partner (
    id   uuid NOT NULL CONSTRAINT remembered_partner_pkey PRIMARY KEY,
    name text NOT NULL
);

CREATE TABLE remembered_program (
    id           uuid NOT NULL CONSTRAINT remembered_program_pkey PRIMARY KEY,
    partner_id   uuid NOT NULL REFERENCES remembered_partner (id),
    partner_name text NOT NULL,
    name         text NOT NULL,
    service_area text NOT NULL
);

CREATE TABLE remembered_price (
    program_id    uuid    NOT NULL REFERENCES remembered_program (id),
    place         integer NOT NULL,
    sheet_version integer NOT NULL,
    valid_from    date    NOT NULL,
    code          text    NOT NULL,
    description   text    NOT NULL,
    unit          text    NOT NULL CONSTRAINT remembered_price_unit_known
                          CHECK (unit IN ('per-pupil', 'per-session', 'per-year', 'agreed')),
    amount_cents  bigint  NOT NULL CONSTRAINT remembered_price_not_negative CHECK (amount_cents >= 0),
    CONSTRAINT remembered_price_pkey PRIMARY KEY (program_id, place)
);

CREATE TABLE remembered_vetting (
    program_id     uuid    NOT NULL REFERENCES remembered_program (id),
    place          integer NOT NULL,
    application_id uuid    NOT NULL,
    valid_from     date    NOT NULL,
    valid_until    date    NOT NULL,
    CONSTRAINT remembered_vetting_pkey PRIMARY KEY (program_id, place)
);

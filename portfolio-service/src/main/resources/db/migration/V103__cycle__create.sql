-- A round in which programs may apply. It never changes: applications answer to what it said.
CREATE TABLE cycle (
    id            uuid        NOT NULL CONSTRAINT cycle_pkey PRIMARY KEY,
    name          text        NOT NULL CONSTRAINT cycle_name_not_blank CHECK (length(btrim(name)) BETWEEN 1 AND 200),
    fiscal_year   integer     NOT NULL,
    opens_on      date        NOT NULL,
    closes_on     date        NOT NULL,
    -- service areas joined by a semicolon
    categories    text        NOT NULL CONSTRAINT cycle_categories_not_blank CHECK (length(categories) > 0),
    minimum_years integer     NOT NULL CONSTRAINT cycle_minimum_years_not_negative CHECK (minimum_years >= 0),
    announced_at  timestamptz NOT NULL,
    CONSTRAINT cycle_name_unique_in_its_year UNIQUE (fiscal_year, name),
    CONSTRAINT cycle_opens_before_it_closes CHECK (opens_on <= closes_on)
);

CREATE TABLE criterion (
    cycle_id uuid    NOT NULL REFERENCES cycle (id),
    place    integer NOT NULL,
    code     text    NOT NULL,
    text     text    NOT NULL,
    CONSTRAINT criterion_pkey PRIMARY KEY (cycle_id, place),
    CONSTRAINT criterion_code_unique_in_its_cycle UNIQUE (cycle_id, code)
);

REVOKE UPDATE, DELETE, TRUNCATE ON cycle, criterion FROM ${app_role};

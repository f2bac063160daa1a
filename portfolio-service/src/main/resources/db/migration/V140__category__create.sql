-- What a cycle seeks, and by which rules: criteria belong to a category of a cycle, none is global.
ALTER TABLE cycle ADD COLUMN intent_by date;
ALTER TABLE cycle ADD CONSTRAINT cycle_intents_while_it_is_open CHECK (intent_by BETWEEN opens_on AND closes_on);

CREATE TABLE category (
    cycle_id          uuid    NOT NULL REFERENCES cycle (id),
    place             integer NOT NULL,
    code              text    NOT NULL CONSTRAINT category_code_not_blank CHECK (length(btrim(code)) BETWEEN 1 AND 40),
    name              text    NOT NULL CONSTRAINT category_name_not_blank CHECK (length(btrim(name)) BETWEEN 1 AND 200),
    -- service areas joined by a semicolon
    service_areas     text    NOT NULL CONSTRAINT category_service_areas_not_blank CHECK (length(service_areas) > 0),
    minimum_years     integer NOT NULL CONSTRAINT category_minimum_years_not_negative CHECK (minimum_years >= 0),
    minimum_days      integer          CONSTRAINT category_minimum_days_positive CHECK (minimum_days >= 1),
    minimum_hours     integer          CONSTRAINT category_minimum_hours_positive CHECK (minimum_hours >= 1),
    -- the fewest adults to pupils by grade band, such as PK-K=1:11;1-8=1:15; empty if it asks for none
    minimum_ratios    text    NOT NULL CONSTRAINT category_minimum_ratios_known
                              CHECK (minimum_ratios ~ '^((PK-K|1-8|9-12)=[1-9][0-9]*:[1-9][0-9]*(;|$))*$'),
    reviewers         integer NOT NULL CONSTRAINT category_two_reviewers_at_least CHECK (reviewers >= 2),
    CONSTRAINT category_pkey PRIMARY KEY (cycle_id, place),
    CONSTRAINT category_code_unique_in_its_cycle UNIQUE (cycle_id, code)
);

INSERT INTO category (cycle_id, place, code, name, service_areas, minimum_years, minimum_ratios, reviewers)
SELECT c.id, (area.place - 1)::integer, area.word, area.word, area.word, c.minimum_years, '', 2
FROM cycle c, unnest(string_to_array(c.categories, ';')) WITH ORDINALITY AS area (word, place);

ALTER TABLE criterion RENAME TO criterion_of_all;
CREATE TABLE criterion (
    cycle_id uuid    NOT NULL,
    category text    NOT NULL,
    place    integer NOT NULL,
    code     text    NOT NULL,
    text     text    NOT NULL,
    CONSTRAINT criterion_of_category_pkey PRIMARY KEY (cycle_id, category, place),
    CONSTRAINT criterion_code_unique_in_its_category UNIQUE (cycle_id, category, code),
    CONSTRAINT criterion_of_a_category FOREIGN KEY (cycle_id, category) REFERENCES category (cycle_id, code)
);

INSERT INTO criterion (cycle_id, category, place, code, text)
SELECT c.cycle_id, c.code, one.place, one.code, one.text
FROM category c JOIN criterion_of_all one ON one.cycle_id = c.cycle_id;

DROP TABLE criterion_of_all;
ALTER TABLE cycle DROP COLUMN categories, DROP COLUMN minimum_years;

REVOKE UPDATE, DELETE, TRUNCATE ON category, criterion FROM ${app_role};

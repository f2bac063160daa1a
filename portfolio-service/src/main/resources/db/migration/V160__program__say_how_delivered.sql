-- How a program is delivered. Words are joined by a semicolon; a session is written monday 15:00-17:30.
ALTER TABLE program
    ADD COLUMN terms            text NOT NULL DEFAULT '',
    ADD COLUMN languages        text NOT NULL DEFAULT ''
        CONSTRAINT program_languages_are_codes CHECK (languages ~ '^([a-z]{2,3}(;[a-z]{2,3})*)?$'),
    ADD COLUMN schedule         text NOT NULL DEFAULT ''
        CONSTRAINT program_schedule_readable CHECK (schedule ~
            '^([a-z]+day [0-2][0-9]:[0-5][0-9]-[0-2][0-9]:[0-5][0-9](;[a-z]+day [0-2][0-9]:[0-5][0-9]-[0-2][0-9]:[0-5][0-9])*)?$'),
    ADD COLUMN pupils_per_adult integer
        CONSTRAINT program_pupils_per_adult_positive CHECK (pupils_per_adult >= 1);

-- Where a program takes place besides the schools that choose it; replaced as a whole when the partner changes it.
CREATE TABLE program_site (
    program_id   uuid    NOT NULL REFERENCES program (id),
    place        integer NOT NULL,
    name         text    NOT NULL CONSTRAINT program_site_name_not_blank CHECK (length(btrim(name)) > 0),
    neighborhood text    NOT NULL CONSTRAINT program_site_neighborhood_not_blank CHECK (length(btrim(neighborhood)) > 0),
    latitude     numeric(8, 6),
    longitude    numeric(9, 6),
    CONSTRAINT program_site_pkey PRIMARY KEY (program_id, place),
    CONSTRAINT program_site_point_whole_or_not CHECK ((latitude IS NULL) = (longitude IS NULL))
);

-- The district's schools as the catalogue shows them: where each is, and its need as the district published it.
CREATE TABLE school (
    code         text        NOT NULL CONSTRAINT school_pkey PRIMARY KEY
                             CONSTRAINT school_code_eight_digits CHECK (code ~ '^[0-9]{8}$'),
    name         text        NOT NULL CONSTRAINT school_name_not_blank CHECK (length(btrim(name)) > 0),
    neighborhood text        NOT NULL CONSTRAINT school_neighborhood_not_blank CHECK (length(btrim(neighborhood)) > 0),
    latitude     numeric(8, 6),
    longitude    numeric(9, 6),
    -- The Opportunity Index in hundredths, 1 to 99; empty where none was published.
    need         integer     CONSTRAINT school_need_in_hundredths CHECK (need BETWEEN 1 AND 99),
    modified_at  timestamptz NOT NULL,
    CONSTRAINT school_point_whole_or_not CHECK ((latitude IS NULL) = (longitude IS NULL))
);

REVOKE DELETE, TRUNCATE ON school FROM ${app_role};

-- A school under each of its three codes. An import adds and corrects schools; none is ever deleted.
CREATE TABLE school (
    code                  text        NOT NULL CONSTRAINT school_code_has_eight_digits CHECK (code ~ '^[0-9]{8}$'),
    name                  text        NOT NULL CONSTRAINT school_name_not_blank
                                      CHECK (length(btrim(name)) BETWEEN 1 AND 200),
    grades                text        NOT NULL,
    location_code         text        CONSTRAINT school_location_code_has_four_digits CHECK (location_code ~ '^[0-9]{4}$'),
    responsibility_centre text        NOT NULL CONSTRAINT school_responsibility_centre_has_six_digits
                                      CHECK (responsibility_centre ~ '^[0-9]{6}$'),
    modified_at           timestamptz NOT NULL,
    version               bigint      NOT NULL,
    CONSTRAINT school_pkey PRIMARY KEY (code),
    -- Deferred, because one import may swap the codes of two schools.
    CONSTRAINT school_location_code_unique UNIQUE (location_code) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT school_responsibility_centre_unique UNIQUE (responsibility_centre) DEFERRABLE INITIALLY DEFERRED
);

REVOKE DELETE, TRUNCATE ON school FROM ${app_role};

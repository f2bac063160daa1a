-- What is known of census tracts, as it was imported. A set never changes. Values are whole millionths; one per factor
-- of the set, in its order, null where the file said nothing.
CREATE TABLE tract_set (
    id          uuid        NOT NULL CONSTRAINT tract_set_pkey PRIMARY KEY,
    name        text        NOT NULL CONSTRAINT tract_set_name_unique UNIQUE,
    source      text        NOT NULL CONSTRAINT tract_set_source_not_blank CHECK (length(btrim(source)) > 0),
    as_of       date        NOT NULL,
    factors     text[]      NOT NULL CONSTRAINT tract_set_has_factors CHECK (cardinality(factors) > 0),
    digest      text        NOT NULL,
    imported_at timestamptz NOT NULL
);

CREATE TABLE tract (
    set_id    uuid     NOT NULL REFERENCES tract_set (id),
    geoid     text     NOT NULL CONSTRAINT tract_geoid_has_eleven_digits CHECK (geoid ~ '^[0-9]{11}$'),
    measured  bigint[] NOT NULL,
    CONSTRAINT tract_pkey PRIMARY KEY (set_id, geoid)
);

REVOKE UPDATE, DELETE, TRUNCATE ON tract_set, tract FROM ${app_role};

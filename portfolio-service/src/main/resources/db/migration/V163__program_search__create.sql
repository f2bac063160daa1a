-- What search looks at: a line per program, written with the program (decision 0017). Both extensions are trusted: the
-- owner of the database may create them.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- English words whatever their endings, any word whatever its accents.
CREATE TEXT SEARCH CONFIGURATION catalogue (COPY = english);
ALTER TEXT SEARCH CONFIGURATION catalogue
    ALTER MAPPING FOR hword, hword_part, word WITH unaccent, english_stem;

CREATE TABLE program_search (
    program_id    uuid     NOT NULL CONSTRAINT program_search_pkey PRIMARY KEY REFERENCES program (id),
    name_key      text     COLLATE "C" NOT NULL,
    service_area  text     NOT NULL,
    terms         text[]   NOT NULL,
    grades        text[]   NOT NULL,
    languages     text[]   NOT NULL,
    neighborhoods text[]   NOT NULL,
    days          text[]   NOT NULL,
    capacity      integer  NOT NULL,
    words         text     NOT NULL,
    document      tsvector NOT NULL
);

CREATE INDEX program_search_by_document ON program_search USING gin (document);
CREATE INDEX program_search_by_words ON program_search USING gin (words gin_trgm_ops);
CREATE INDEX program_search_by_name ON program_search (name_key, program_id);

-- Writes the lines of these programs anew, from what they say of themselves.
CREATE FUNCTION refresh_program_search(programs uuid[]) RETURNS void LANGUAGE sql AS $$
    INSERT INTO program_search AS line
    SELECT p.id,
           left(lower(unaccent(p.name)), 100),
           p.service_area,
           array_remove(string_to_array(p.terms, ';'), ''),
           string_to_array(p.grades, ';'),
           array_remove(string_to_array(p.languages, ';'), ''),
           coalesce((SELECT array_agg(DISTINCT s.neighborhood) FROM program_site s WHERE s.program_id = p.id), '{}'),
           coalesce((SELECT array_agg(DISTINCT split_part(one, ' ', 1))
                     FROM unnest(string_to_array(p.schedule, ';')) one WHERE one <> ''), '{}'),
           p.capacity,
           lower(unaccent(concat_ws(' ', p.name, o.name, translate(p.terms, ';-', '  ')))),
           setweight(to_tsvector('catalogue', p.name), 'A')
               || setweight(to_tsvector('catalogue', o.name), 'B')
               || setweight(to_tsvector('catalogue', translate(p.service_area || ';' || p.terms, ';-', '  ')), 'C')
               || setweight(to_tsvector('catalogue', p.description), 'D')
    FROM program p JOIN partner o ON o.id = p.partner_id
    WHERE p.id = ANY (programs)
    ON CONFLICT (program_id) DO UPDATE SET
        name_key = excluded.name_key, service_area = excluded.service_area, terms = excluded.terms,
        grades = excluded.grades, languages = excluded.languages, neighborhoods = excluded.neighborhoods,
        days = excluded.days, capacity = excluded.capacity, words = excluded.words, document = excluded.document
$$;

SELECT refresh_program_search(array_agg(id)) FROM program;

-- Metres between two known places on the map, by the haversine formula on a sphere of 6,371,008.8 m.
CREATE FUNCTION metres(lat1 numeric, lon1 numeric, lat2 numeric, lon2 numeric) RETURNS double precision
    LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT 2 * 6371008.8 * asin(least(1, sqrt(
        sin(radians(lat2::float8 - lat1::float8) / 2) ^ 2
            + cos(radians(lat1::float8)) * cos(radians(lat2::float8)) * sin(radians(lon2::float8 - lon1::float8) / 2) ^ 2)))
$$;

REVOKE DELETE, TRUNCATE ON program_search FROM ${app_role};

-- What the public was told of each contracting process, step by step, as documents of OCDS 1.1.5 (ADR 0024).

-- One row per process: what all its releases add up to, kept beside them so that nobody has to add them up for every
-- reader and every step. It can be computed anew from ocds_release at any time.
CREATE TABLE ocds_record (
    ocid         text        NOT NULL CONSTRAINT ocds_record_is_known_by_its_ocid PRIMARY KEY,
    process_id   uuid        NOT NULL CONSTRAINT ocds_record_is_one_per_process UNIQUE
                             CONSTRAINT ocds_record_is_about_a_process REFERENCES contracting_process (id),
    fund_id      uuid,
    fiscal_year  integer,
    route        text,
    method       text,
    service_area text,
    releases     integer     NOT NULL DEFAULT 0,
    last_at      timestamptz,
    last_tags    text        NOT NULL DEFAULT '',
    state        text        NOT NULL DEFAULT '{}',
    CONSTRAINT ocds_record_is_dated_by_its_last_release CHECK ((releases = 0) = (last_at IS NULL))
);
REVOKE DELETE, TRUNCATE ON ocds_record FROM ${app_role};

-- Insert-only, for everybody: what was told was told.
CREATE TABLE ocds_release (
    ocid     text        NOT NULL CONSTRAINT ocds_release_belongs_to_a_record REFERENCES ocds_record (ocid),
    number   integer     NOT NULL CONSTRAINT ocds_release_numbers_begin_at_one CHECK (number > 0),
    id       text        NOT NULL CONSTRAINT ocds_release_is_known_by_its_id UNIQUE,
    date     timestamptz NOT NULL,
    tags     text        NOT NULL,
    document text        NOT NULL,
    CONSTRAINT ocds_release_in_order_of_its_process PRIMARY KEY (ocid, number)
);
CREATE INDEX ocds_release_by_date ON ocds_release (date);
REVOKE ALL ON ocds_release FROM ${app_role};
GRANT SELECT, INSERT ON ocds_release TO ${app_role};

CREATE FUNCTION releases_are_never_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a release is never changed or removed: publish another one'
        USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER releases_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON ocds_release
    FOR EACH STATEMENT EXECUTE FUNCTION releases_are_never_changed();

-- The order in which readers page through all releases. A place is given to what is committed, by whoever reads next
-- (releases_take_their_places, under a lock), so that no release ever appears behind a reader's back: neither dates nor
-- sequences are in the order of commits.
CREATE TABLE ocds_place (
    place      bigint NOT NULL CONSTRAINT ocds_place_is_had_once PRIMARY KEY,
    release_id text   NOT NULL CONSTRAINT ocds_place_is_one_per_release UNIQUE
                      CONSTRAINT ocds_place_is_that_of_a_release REFERENCES ocds_release (id)
);
REVOKE ALL ON ocds_place FROM ${app_role};
GRANT SELECT, INSERT ON ocds_place TO ${app_role};

CREATE TABLE ocds_unplaced (
    release_id text NOT NULL CONSTRAINT ocds_unplaced_once PRIMARY KEY
);
REVOKE UPDATE, TRUNCATE ON ocds_unplaced FROM ${app_role};

-- When a process reached each milestone first; what the reports measure time by (docs/policy/disclosure.md §6).
CREATE TABLE process_milestone (
    process_id uuid        NOT NULL CONSTRAINT process_milestone_is_of_a_process REFERENCES contracting_process (id),
    milestone  text        NOT NULL CONSTRAINT process_milestone_known CHECK (milestone IN
                           ('reserved', 'opened', 'solicited', 'awarded', 'executed', 'invoiced', 'paid')),
    at         timestamptz NOT NULL,
    CONSTRAINT process_milestone_is_reached_once PRIMARY KEY (process_id, milestone)
);
REVOKE ALL ON process_milestone FROM ${app_role};
GRANT SELECT, INSERT ON process_milestone TO ${app_role};

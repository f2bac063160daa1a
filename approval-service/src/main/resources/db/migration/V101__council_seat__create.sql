-- Who sits, sat or will sit. The name is personal data: it leaves the service only for the school's people and the offices.
CREATE TABLE council_seat (
    school_code text    NOT NULL REFERENCES council (school_code),
    place       integer NOT NULL,
    id          uuid    NOT NULL CONSTRAINT council_seat_is_known_by_its_id UNIQUE DEFERRABLE INITIALLY DEFERRED,
    member_group text   NOT NULL CONSTRAINT council_seat_group_known
                        CHECK (member_group IN ('principal', 'teacher', 'parent', 'student')),
    alternate   boolean NOT NULL CONSTRAINT council_seat_principal_has_no_alternate
                        CHECK (NOT (alternate AND member_group = 'principal')),
    issuer      text    NOT NULL,
    subject     text    NOT NULL,
    name        text,
    valid_from  date    NOT NULL,
    valid_until date    CONSTRAINT council_seat_ends_after_its_begin CHECK (valid_until >= valid_from),
    CONSTRAINT council_seat_pkey PRIMARY KEY (school_code, place)
);

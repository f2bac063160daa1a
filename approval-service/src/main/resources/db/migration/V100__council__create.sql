-- The School Site Council of a school: what it is made of, and who chairs it with the principal.
CREATE TABLE council (
    school_code      text        NOT NULL CONSTRAINT council_is_one_per_school PRIMARY KEY
                                 CONSTRAINT council_school_code_has_eight_digits CHECK (school_code ~ '^\d{8}$'),
    staff_size       integer     NOT NULL CONSTRAINT council_staff_size_not_negative CHECK (staff_size >= 0),
    parent_parity    text        NOT NULL CONSTRAINT council_parent_parity_known
                                 CHECK (parent_parity IN ('equal-to-staff-reps', 'equal-to-staff-reps-and-principal')),
    high_school      boolean     NOT NULL,
    co_chair_issuer  text        NOT NULL,
    co_chair_subject text        NOT NULL,
    modified_at      timestamptz NOT NULL,
    version          bigint      NOT NULL
);

REVOKE DELETE, TRUNCATE ON council FROM ${app_role};

-- How large councils are, and whom a quorum needs: policy by day. The rows of the newest valid_from that is not in the
-- future are in force, each table by itself. docs/policy/school-site-council.md explains every column.
CREATE TABLE council_size (
    valid_from date    NOT NULL,
    from_staff integer NOT NULL,
    staff_reps integer NOT NULL CONSTRAINT council_size_has_staff_reps CHECK (staff_reps > 0),
    students   integer NOT NULL CONSTRAINT council_size_students_not_negative CHECK (students >= 0),
    source     text    NOT NULL,
    CONSTRAINT council_size_pkey PRIMARY KEY (valid_from, from_staff)
);

CREATE TABLE council_quorum (
    valid_from   date    NOT NULL,
    from_members integer NOT NULL,
    teachers     integer NOT NULL CONSTRAINT council_quorum_teachers_not_negative CHECK (teachers >= 0),
    parents      integer NOT NULL CONSTRAINT council_quorum_parents_not_negative CHECK (parents >= 0),
    source       text    NOT NULL,
    CONSTRAINT council_quorum_pkey PRIMARY KEY (valid_from, from_members)
);

INSERT INTO council_size (valid_from, from_staff, staff_reps, students, source) VALUES
    ('2006-09-01', 0, 4, 2, 'Superintendent''s Circular FAM-02; BPS-BTU contract, shared decision-making'),
    ('2006-09-01', 31, 5, 2, 'Superintendent''s Circular FAM-02; BPS-BTU contract, shared decision-making'),
    ('2006-09-01', 61, 6, 2, 'Superintendent''s Circular FAM-02; BPS-BTU contract, shared decision-making');

INSERT INTO council_quorum (valid_from, from_members, teachers, parents, source) VALUES
    ('2006-09-01', 0, 2, 2, 'Superintendent''s Circular FAM-02 (councils of 9 to 12 members)'),
    ('2006-09-01', 13, 3, 3, 'Superintendent''s Circular FAM-02 (councils of 13 and more members)');

REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON council_size, council_quorum FROM ${app_role};

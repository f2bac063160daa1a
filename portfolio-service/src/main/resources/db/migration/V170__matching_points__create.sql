-- How many points what gives when programs are matched to a school, and what is assumed: policy by day. The rows of the
-- newest valid_from that is not later than the day of the menu are in force. docs/policy/matching.md §3 explains each.
CREATE TABLE matching_points (
    valid_from date    NOT NULL,
    item       text    NOT NULL,
    value      integer NOT NULL CONSTRAINT matching_points_not_negative CHECK (value >= 0),
    source     text    NOT NULL,
    CONSTRAINT matching_points_pkey PRIMARY KEY (valid_from, item)
);

INSERT INTO matching_points (valid_from, item, value, source)
SELECT date '2017-07-01', item, value, 'Ours; the district has published none, and may change every number'
FROM (VALUES
    ('goal', 35),
    ('goal-area', 20),
    ('further-goal', 5),
    ('further-goals', 10),
    ('grades', 15),
    ('places', 10),
    ('week', 10),
    ('budget', 10),
    ('languages', 5),
    ('where', 5),
    ('where-nearby', 3),
    ('nearby-metres', 2000),
    ('weeks', 36)) AS ours (item, value);

REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON matching_points FROM ${app_role};

-- How long central office needs to buy, by value and day. A tier that changes gets a last day and a successor by a
-- migration. Amounts are whole US cents, bounds included.
CREATE TABLE lead_time (
    id             text    NOT NULL CONSTRAINT lead_time_pkey PRIMARY KEY,
    valid_from     date    NOT NULL,
    valid_until    date,
    from_cents     bigint  NOT NULL,
    until_cents    bigint,
    weeks_at_least integer NOT NULL CONSTRAINT lead_time_weeks_from_one CHECK (weeks_at_least >= 1),
    weeks_at_most  integer NOT NULL CONSTRAINT lead_time_weeks_grow CHECK (weeks_at_most >= weeks_at_least),
    method         text    NOT NULL,
    source         text    NOT NULL
);

INSERT INTO lead_time VALUES
    ('small-2013',  '2013-07-01', NULL,         0,        999999,   1, 2, 'sound-business-practices',   'FIN-07; Page/6849: below $10,000'),
    ('middle-2013', '2013-07-01', '2016-11-06', 1000000,  3499999,  2, 4, 'quotes',                     'FIN-07; M.G.L. c.30B s.4, older text; true first day not established'),
    ('middle-2016', '2016-11-07', '2022-11-30', 1000000,  5000000,  2, 4, 'written-quotes',             'FIN-07; Acts 2016 c.218'),
    ('middle-2022', '2022-12-01', NULL,         1000000,  10000000, 2, 4, 'written-quotes',             'FIN-07; Acts 2022 c.198, school districts; day in November 2022 not established'),
    ('top-2013',    '2013-07-01', '2016-11-06', 3500000,  NULL,     4, 8, 'sealed-bids-or-proposals',   'FIN-07; M.G.L. c.30B s.4, older text; true first day not established'),
    ('top-2016',    '2016-11-07', '2022-11-30', 5000001,  NULL,     4, 8, 'sealed-bids-or-proposals',   'FIN-07; Acts 2016 c.218'),
    ('top-2022',    '2022-12-01', NULL,         10000001, NULL,     4, 8, 'sealed-bids-or-proposals',   'FIN-07; Acts 2022 c.198, school districts; day in November 2022 not established');

REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON lead_time FROM ${app_role};

-- Each bid lies in the box for good, with megabytes of it: a partner replaces its bid so often and no more.
INSERT INTO procurement_rule (id, kind, name, stage, effective_from, effective_until, from_cents, until_cents, quantity,
                              adopted, text, source) VALUES
    ('bid-replacements', 'number', 'bid-replacements', '', '2013-07-01', NULL, 0, NULL, 20, true, 'Times a partner may replace its bid in a tender, at most', 'the district''s own rule');

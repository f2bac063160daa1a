-- What sealed tenders need (docs/policy/tenders.md): the last day of questions, evaluators, witnesses, ties.
INSERT INTO procurement_rule (id, kind, name, stage, effective_from, effective_until, from_cents, until_cents, quantity,
                              adopted, text, source) VALUES
    ('question-days', 'number', 'question-days', '', '2013-07-01', NULL, 0, NULL, 1, true, 'Days from the last questions to the deadline, at least', 'the district''s own rule'),
    ('minimum-evaluators', 'number', 'minimum-evaluators', '', '2013-07-01', NULL, 0, NULL, 2, true, 'Evaluators who rate each proposal, at least', 'the district''s own rule'),
    ('minimum-witnesses', 'number', 'minimum-witnesses', '', '2013-07-01', NULL, 0, NULL, 1, true, 'Witnesses of an opening, named by each of the two officers, at least', 'M.G.L. c.30B ss.5, 6'),
    ('tie-by-draw', 'reading', 'tie-by-draw', '', '2013-07-01', NULL, 0, NULL, NULL, true, 'Equal lowest bids are decided by a draw that anybody can repeat', 'the district''s own rule');

-- Rules say for which class of bodies they hold (Acts 2022 c.198 moved the thresholds of school districts only), who may do
-- what they ask for (so that who signs for the district is a dated rule), and how many days it takes. New kinds: the
-- grounds of a purchase without competition, and the conditions of each.
ALTER TABLE procurement_rule
    ADD COLUMN jurisdiction text NOT NULL DEFAULT '' CONSTRAINT procurement_rule_class_known
        CHECK (jurisdiction IN ('', 'school-district', 'other-body')),
    ADD COLUMN who          text NOT NULL DEFAULT '',
    ADD COLUMN lead_days    integer CONSTRAINT procurement_rule_lead_is_not_negative CHECK (lead_days >= 0),
    DROP CONSTRAINT procurement_rule_kind_known,
    ADD CONSTRAINT procurement_rule_kind_known
        CHECK (kind IN ('method', 'requirement', 'notice-place', 'cap', 'number', 'reading', 'ground', 'condition', 'paper'));

UPDATE procurement_rule SET who = 'procurement-officer'
 WHERE id IN ('quotes-on-file', 'quotes-asked-2013', 'quotes-asked-2016', 'quotes-asked-2022', 'purchase-order', 'no-payment-before-execution');
UPDATE procurement_rule SET who = 'procurement-officer', lead_days = 14
 WHERE id IN ('public-notice-2013', 'public-notice-2016', 'public-notice-2022');
UPDATE procurement_rule SET who = 'partner', lead_days = 28
 WHERE id IN ('partner-signature');
UPDATE procurement_rule SET who = 'district-superintendent'
 WHERE id IN ('superintendent-approval-2013', 'superintendent-approval-2016', 'superintendent-approval-2022');
UPDATE procurement_rule SET who = 'city-auditor'
 WHERE id IN ('auditor-certificate');
UPDATE procurement_rule SET who = 'mayor'
 WHERE id IN ('mayor-approval-2013', 'mayor-approval-2016');
UPDATE procurement_rule SET who = 'district-superintendent cfo deputy-cfo'
 WHERE id IN ('district-signature');
UPDATE procurement_rule SET jurisdiction = 'school-district'
 WHERE id IN ('method-quotes-2022', 'method-sealed-2022', 'quotes-asked-2022', 'public-notice-2022', 'superintendent-approval-2022');

INSERT INTO procurement_rule (id, kind, name, stage, effective_from, effective_until, from_cents, until_cents, quantity,
                              adopted, text, source, jurisdiction, who, lead_days) VALUES
    ('method-quotes-2022-other', 'method', 'written-quotes', '', '2022-12-01', NULL, 1000000, 5000000, NULL, true, 'Three written quotes on a written purchase description, award to the lowest responsible one', 'Acts 2016 c.218; M.G.L. c.30B s.4; Acts 2022 c.198 did not change it for others', 'other-body', '', NULL),
    ('method-sealed-2022-other', 'method', 'sealed-bids-or-proposals', '', '2022-12-01', NULL, 5000001, NULL, NULL, true, 'Invitation for bids or request for proposals, publicly noticed', 'Acts 2016 c.218; M.G.L. c.30B s.4; Acts 2022 c.198 did not change it for others', 'other-body', '', NULL),
    ('quotes-asked-2022-other', 'requirement', 'three-quotes', 'solicitation', '2022-12-01', NULL, 1000000, 5000000, NULL, true, 'At least three are asked; who was asked, when, and every answer are recorded', 'Acts 2016 c.218; M.G.L. c.30B s.4; Acts 2022 c.198 did not change it for others', 'other-body', 'procurement-officer', NULL),
    ('public-notice-2022-other', 'requirement', 'public-notice', 'solicitation', '2022-12-01', NULL, 5000001, NULL, NULL, true, 'Notice is posted in every place at least two weeks before the opening', 'Acts 2016 c.218; M.G.L. c.30B s.4; Acts 2022 c.198 did not change it for others', 'other-body', 'procurement-officer', 14),
    ('superintendent-approval-2022-other', 'requirement', 'superintendent', 'contract', '2022-12-01', NULL, 1000000, 5000000, NULL, true, 'The superintendent approves a quote contract in writing', 'FIN-07; Acts 2022 c.198 did not change it for others', 'other-body', 'district-superintendent', NULL),
    ('class-school-district', 'reading', 'class-school-district', '', '2013-07-01', NULL, 0, NULL, NULL, true, 'The district buys as a school district', 'Acts 2022 c.198, school districts', '', '', NULL),
    ('class-other-body', 'reading', 'class-other-body', '', '2013-07-01', NULL, 0, NULL, NULL, false, 'The district buys as any other body of a city or town', 'M.G.L. c.30B s.4', '', '', NULL),
    ('lead-least-small', 'number', 'lead-days-least', '', '2013-07-01', NULL, 0, 999999, 7, true, 'Days from requisition to purchase order, at least', 'FIN-07', '', '', NULL),
    ('lead-most-small', 'number', 'lead-days-most', '', '2013-07-01', NULL, 0, 999999, 14, true, 'Days from requisition to purchase order, usually at most', 'FIN-07', '', '', NULL),
    ('lead-least-quotes-2013', 'number', 'lead-days-least', '', '2013-07-01', '2016-11-06', 1000000, 3499999, 14, true, 'Days of the middle tier, at least', 'FIN-07', '', '', NULL),
    ('lead-most-quotes-2013', 'number', 'lead-days-most', '', '2013-07-01', '2016-11-06', 1000000, 3499999, 28, true, 'Days of the middle tier, usually at most', 'FIN-07', '', '', NULL),
    ('lead-least-sealed-2013', 'number', 'lead-days-least', '', '2013-07-01', '2016-11-06', 3500000, NULL, 28, true, 'Days of the top tier, at least', 'FIN-07', '', '', NULL),
    ('lead-most-sealed-2013', 'number', 'lead-days-most', '', '2013-07-01', '2016-11-06', 3500000, NULL, 56, true, 'Days of the top tier, usually at most', 'FIN-07', '', '', NULL),
    ('lead-least-quotes-2016', 'number', 'lead-days-least', '', '2016-11-07', '2022-11-30', 1000000, 5000000, 14, true, 'Days of the middle tier, at least', 'FIN-07', '', '', NULL),
    ('lead-most-quotes-2016', 'number', 'lead-days-most', '', '2016-11-07', '2022-11-30', 1000000, 5000000, 28, true, 'Days of the middle tier, usually at most', 'FIN-07', '', '', NULL),
    ('lead-least-sealed-2016', 'number', 'lead-days-least', '', '2016-11-07', '2022-11-30', 5000001, NULL, 28, true, 'Days of the top tier, at least', 'FIN-07', '', '', NULL),
    ('lead-most-sealed-2016', 'number', 'lead-days-most', '', '2016-11-07', '2022-11-30', 5000001, NULL, 56, true, 'Days of the top tier, usually at most', 'FIN-07', '', '', NULL),
    ('lead-least-quotes-2022', 'number', 'lead-days-least', '', '2022-12-01', NULL, 1000000, 10000000, 14, true, 'Days of the middle tier, at least', 'FIN-07', 'school-district', '', NULL),
    ('lead-most-quotes-2022', 'number', 'lead-days-most', '', '2022-12-01', NULL, 1000000, 10000000, 28, true, 'Days of the middle tier, usually at most', 'FIN-07', 'school-district', '', NULL),
    ('lead-least-sealed-2022', 'number', 'lead-days-least', '', '2022-12-01', NULL, 10000001, NULL, 28, true, 'Days of the top tier, at least', 'FIN-07', 'school-district', '', NULL),
    ('lead-most-sealed-2022', 'number', 'lead-days-most', '', '2022-12-01', NULL, 10000001, NULL, 56, true, 'Days of the top tier, usually at most', 'FIN-07', 'school-district', '', NULL),
    ('lead-least-quotes-2022-other', 'number', 'lead-days-least', '', '2022-12-01', NULL, 1000000, 5000000, 14, true, 'Days of the middle tier, at least', 'FIN-07', 'other-body', '', NULL),
    ('lead-most-quotes-2022-other', 'number', 'lead-days-most', '', '2022-12-01', NULL, 1000000, 5000000, 28, true, 'Days of the middle tier, usually at most', 'FIN-07', 'other-body', '', NULL),
    ('lead-least-sealed-2022-other', 'number', 'lead-days-least', '', '2022-12-01', NULL, 5000001, NULL, 28, true, 'Days of the top tier, at least', 'FIN-07', 'other-body', '', NULL),
    ('lead-most-sealed-2022-other', 'number', 'lead-days-most', '', '2022-12-01', NULL, 5000001, NULL, 56, true, 'Days of the top tier, usually at most', 'FIN-07', 'other-body', '', NULL),
    ('ground-sole-source', 'ground', 'sole-source', '', '2013-07-01', NULL, 0, NULL, NULL, true, 'Only one practicable source exists, as determined in writing', 'M.G.L. c.30B s.7', '', 'procurement-officer', NULL),
    ('ground-special-education', 'ground', 'special-education', '', '2013-07-01', NULL, 0, NULL, NULL, true, 'Direct services to children with special needs', 'M.G.L. c.30B s.1(b)(8); c.71B', '', 'procurement-officer', NULL),
    ('ground-intergovernmental', 'ground', 'intergovernmental', '', '2013-07-01', NULL, 0, NULL, NULL, true, 'An agreement between government bodies', 'M.G.L. c.30B s.1(b); FIN-07', '', 'procurement-officer', NULL),
    ('ground-grant', 'ground', 'grant', '', '2013-07-01', NULL, 0, NULL, NULL, true, 'A grant agreement for a public purpose of support or stimulation', 'M.G.L. c.30B; FIN-07', '', 'procurement-officer', NULL),
    ('ground-emergency', 'ground', 'emergency', '', '2013-07-01', NULL, 0, NULL, NULL, true, 'An emergency that cannot wait for the procedure', 'M.G.L. c.30B s.8', '', 'procurement-officer', NULL),
    ('condition-sole-source-investigated', 'condition', 'sole-source', '', '2013-07-01', NULL, 0, NULL, NULL, true, 'A reasonable investigation found only one practicable source', 'M.G.L. c.30B s.7', '', '', NULL),
    ('condition-special-education-direct-services', 'condition', 'special-education', '', '2013-07-01', NULL, 0, NULL, NULL, true, 'The services are direct services to children with special needs under chapter 71B', 'M.G.L. c.30B s.1(b)(8)', '', '', NULL),
    ('condition-intergovernmental-public-body', 'condition', 'intergovernmental', '', '2013-07-01', NULL, 0, NULL, NULL, true, 'The partner is a government body', 'FIN-07', '', '', NULL),
    ('condition-intergovernmental-law-department', 'condition', 'intergovernmental', '', '2013-07-01', NULL, 0, NULL, NULL, true, 'The agreement passed the Law Department and Corporation Counsel', 'FIN-07', '', '', NULL),
    ('condition-grant-nonprofit', 'condition', 'grant', '', '2013-07-01', NULL, 0, NULL, NULL, true, 'The partner is an individual or a nonprofit', 'FIN-07', '', '', NULL),
    ('condition-grant-public-purpose', 'condition', 'grant', '', '2013-07-01', NULL, 0, NULL, NULL, true, 'The money supports or stimulates a public purpose instead of buying services for the district itself', 'FIN-07', '', '', NULL),
    ('condition-grant-legal-review', 'condition', 'grant', '', '2013-07-01', NULL, 0, NULL, NULL, true, 'Legal review agreed that it is a grant', 'FIN-07; needs legal review', '', '', NULL),
    ('condition-grant-tied-to-delivery', 'condition', 'grant', '', '2013-07-01', NULL, 0, NULL, NULL, true, 'The money is tied to the delivery of a program', 'FIN-07', '', '', NULL),
    ('condition-emergency-danger', 'condition', 'emergency', '', '2013-07-01', NULL, 0, NULL, NULL, true, 'The time that the procedure takes would endanger the health or safety of people, or property', 'M.G.L. c.30B s.8; wording recalled, not in the sources', '', '', NULL),
    ('condition-emergency-no-more-than-needed', 'condition', 'emergency', '', '2013-07-01', NULL, 0, NULL, NULL, true, 'No more is bought than the emergency needs', 'M.G.L. c.30B s.8; wording recalled, not in the sources', '', '', NULL);

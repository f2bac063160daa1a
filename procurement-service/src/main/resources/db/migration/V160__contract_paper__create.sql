-- Papers of contracts, by status and expiry only (docs/policy/contracts.md §6): what partners attested to again after
-- they signed, and what portfolio-service found about them.
CREATE TABLE contract_paper (
    contract_id uuid        NOT NULL CONSTRAINT contract_paper_belongs_to_a_contract REFERENCES contract (id),
    kind        text        NOT NULL CONSTRAINT contract_paper_kind_known CHECK (kind IN ('tax-attestation', 'non-collusion')),
    status      text        NOT NULL CONSTRAINT contract_paper_status_known CHECK (status IN ('in-order', 'pending', 'refused')),
    from_day    date        NOT NULL,
    expires_on  date        CONSTRAINT contract_paper_ends_after_it_begins CHECK (expires_on >= from_day),
    recorded_at timestamptz NOT NULL,
    issuer      text        NOT NULL,
    subject     text        NOT NULL,
    CONSTRAINT contract_paper_is_one_at_a_time PRIMARY KEY (contract_id, kind, recorded_at)
);
REVOKE UPDATE, DELETE, TRUNCATE ON contract_paper FROM ${app_role};

CREATE TABLE partner_clearance (
    partner_id  uuid        NOT NULL,
    kind        text        NOT NULL CONSTRAINT partner_clearance_kind_known
                            CHECK (kind IN ('liability-insurance', 'background-checks', 'tax-status')),
    status      text        NOT NULL CONSTRAINT partner_clearance_status_known CHECK (status IN ('in-order', 'pending', 'refused')),
    from_day    date        NOT NULL,
    expires_on  date,
    recorded_at timestamptz NOT NULL,
    CONSTRAINT partner_clearance_is_one_per_kind PRIMARY KEY (partner_id, kind)
);
REVOKE DELETE, TRUNCATE ON partner_clearance FROM ${app_role};

ALTER TABLE procurement_rule DROP CONSTRAINT procurement_rule_kind_known;
ALTER TABLE procurement_rule ADD CONSTRAINT procurement_rule_kind_known
    CHECK (kind IN ('method', 'requirement', 'notice-place', 'cap', 'number', 'reading', 'ground', 'condition', 'paper'));

INSERT INTO procurement_rule (id, kind, name, stage, effective_from, effective_until, from_cents, until_cents, quantity,
                              adopted, text, source) VALUES
    ('paper-tax-attestation', 'paper', 'tax-attestation', '', '2013-07-01', NULL, 1000000, NULL, NULL, true, 'The partner attests to taxes filed and paid, and it has not expired', 'M.G.L. c.62C s.49A'),
    ('paper-non-collusion', 'paper', 'non-collusion', '', '2013-07-01', NULL, 1000000, NULL, NULL, true, 'The partner certifies that the offer was made without collusion', 'M.G.L. c.30B s.10'),
    ('attestation-months', 'number', 'attestation-months', '', '2013-07-01', NULL, 0, NULL, 12, true, 'Months for which an attestation of taxes counts', 'ours: docs/policy/contracts.md §6'),
    ('papers-due-days-2016', 'number', 'papers-due-days', '', '2016-11-07', '2022-11-30', 1000000, 5000000, 28, true, 'Days before services begin by which the papers of a quote contract are due', 'FIN-07'),
    ('papers-due-days-2022', 'number', 'papers-due-days', '', '2022-12-01', NULL, 1000000, 10000000, 28, true, 'Days before services begin by which the papers of a quote contract are due', 'FIN-07'),
    ('amendment-percent', 'number', 'amendment-percent', '', '2013-07-01', NULL, 0, NULL, 25, true, 'Percent by which amendments together may raise a contract, at most', 'M.G.L. c.30B s.13');

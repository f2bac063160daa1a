-- What a contract holds since it was amended, terminated or completed, as procurement-service told it: the newest of a
-- contract counts in the place of contract_share (docs/policy/allocation.md §13.3). Only ever added.
CREATE TABLE contract_standing (
    contract_id  uuid        NOT NULL,
    school_code  text        NOT NULL REFERENCES school (code),
    fund_id      uuid        NOT NULL REFERENCES fund (id),
    amount_cents bigint      NOT NULL CONSTRAINT contract_standing_amount_not_negative CHECK (amount_cents >= 0),
    said_at      timestamptz NOT NULL,
    CONSTRAINT contract_standing_pkey PRIMARY KEY (contract_id, school_code, said_at)
);

CREATE INDEX contract_standing_by_fund ON contract_standing (fund_id);

REVOKE UPDATE, DELETE, TRUNCATE ON contract_standing FROM ${app_role};

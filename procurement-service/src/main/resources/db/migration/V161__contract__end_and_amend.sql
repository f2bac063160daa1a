-- A contract may rest, end, and be amended (docs/policy/contracts.md).
ALTER TABLE contract DROP CONSTRAINT contract_state_known;
ALTER TABLE contract ADD CONSTRAINT contract_state_known
    CHECK (state IN ('draft', 'abandoned', 'executed', 'suspended', 'completed', 'terminated'));
ALTER TABLE contract DROP CONSTRAINT contract_executed_at_iff_executed;
ALTER TABLE contract ADD CONSTRAINT contract_executed_at_iff_it_ever_bound
    CHECK ((executed_at IS NOT NULL) = (state NOT IN ('draft', 'abandoned')));

UPDATE contract SET document = document || '{"amendments": [], "pauses": []}' WHERE state = 'executed';

-- What a share still stands for: less after it ended, in several parts after an amendment; its reservation tells them apart.
ALTER TABLE contract_share DROP CONSTRAINT contract_share_is_worth_something;
ALTER TABLE contract_share ADD CONSTRAINT contract_share_is_not_below_nothing CHECK (amount_cents >= 0);
ALTER TABLE contract_share DROP CONSTRAINT contract_share_is_one_per_line;
ALTER TABLE contract_share ADD CONSTRAINT contract_share_is_one_per_reservation PRIMARY KEY (contract_id, reservation_id);

-- What a newer version sets aside on top of a line under contract: for an amendment, and for no process to buy.
ALTER TABLE reserved_line ADD COLUMN raises uuid CONSTRAINT reserved_line_raises_another REFERENCES reserved_line (commitment_id);
ALTER TABLE reserved_line DROP CONSTRAINT reserved_line_is_one_per_version;
CREATE UNIQUE INDEX reserved_line_is_one_per_version ON reserved_line (selection_id, version, line_id) WHERE raises IS NULL;
CREATE INDEX reserved_line_raising ON reserved_line (raises) WHERE raises IS NOT NULL;
DROP INDEX reserved_line_to_buy;
CREATE INDEX reserved_line_to_buy ON reserved_line (fund_id, program_id)
    WHERE state = 'held' AND process_id IS NULL AND raises IS NULL;

-- procurement-service says again what a contract holds of a version when that changes: what was said last counts.
ALTER TABLE selection_contracted DROP CONSTRAINT selection_contracted_once_per_line_and_contract;
ALTER TABLE selection_contracted ADD CONSTRAINT selection_contracted_once_per_line_contract_and_time
    UNIQUE (contract_id, line_id, contracted_at);

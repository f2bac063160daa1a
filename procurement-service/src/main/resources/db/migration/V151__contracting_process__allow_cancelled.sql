-- A process may end without a contract (docs/policy/procurement.md §10); its lines are free again.
ALTER TABLE contracting_process
    DROP CONSTRAINT contracting_process_state_known,
    ADD CONSTRAINT contracting_process_state_known CHECK (state IN ('open', 'solicited', 'awarded', 'cancelled'));

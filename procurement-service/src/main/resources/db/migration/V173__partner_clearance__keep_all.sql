-- A renewed clearance begins on its own day and takes nothing from the days before: all that was found about a partner is
-- kept, and of a day the newest counts that had begun (docs/policy/contracts.md §6.2).
ALTER TABLE partner_clearance DROP CONSTRAINT partner_clearance_is_one_per_kind;
ALTER TABLE partner_clearance ADD CONSTRAINT partner_clearance_is_one_at_a_time
    PRIMARY KEY (partner_id, kind, recorded_at);
REVOKE UPDATE, DELETE, TRUNCATE ON partner_clearance FROM ${app_role};

-- What waits for an office is read in the order in which it is due, a page at a time: what has no deadline comes last.
-- JdbcTurns says the same expression.
CREATE INDEX open_step_by_due ON open_step (step, coalesce(until, timestamptz '9999-12-31 00:00:00+00'), selection_id);
DROP INDEX open_step_by_step;

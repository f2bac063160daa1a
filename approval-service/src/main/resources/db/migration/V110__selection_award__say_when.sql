-- When procurement decided; awards from before this column were given with the decision that names their process.
ALTER TABLE selection_award ADD COLUMN decided_at timestamptz;

UPDATE selection_award AS award
   SET decided_at = (SELECT max(decision.decided_at) FROM selection_decision AS decision
                      WHERE decision.selection_id = award.selection_id AND decision.reference = award.process_id);

ALTER TABLE selection_award ALTER COLUMN decided_at SET NOT NULL;

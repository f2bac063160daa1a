-- What was paid of a line once its contract is completed, beside what was awarded: that became what was paid, so that a
-- framework's value, the sums of sole sources and determinations and the published award counted less than was awarded.
-- What a newer version of the selection holds may be less than the award then, never less than what was paid.
ALTER TABLE reserved_line ADD COLUMN paid_cents bigint
    CONSTRAINT reserved_line_paid_is_not_below_nothing CHECK (paid_cents >= 0);
ALTER TABLE reserved_line ADD CONSTRAINT reserved_line_paid_under_a_contract
    CHECK (paid_cents IS NULL OR contract_id IS NOT NULL);
ALTER TABLE reserved_line DROP CONSTRAINT reserved_line_award_within_what_is_held;
ALTER TABLE reserved_line ADD CONSTRAINT reserved_line_cost_within_what_is_held
    CHECK (awarded_cents >= 1 AND coalesce(paid_cents, awarded_cents) <= amount_cents);

-- The terms of a completed contract have what was agreed last, its shares what was paid of that.
WITH agreed AS (
    SELECT (share #>> '{reservation,value}')::uuid AS reservation_id, (share #>> '{amount,cents}')::bigint AS cents,
           held.amount_cents AS paid
      FROM contract
     CROSS JOIN LATERAL jsonb_array_elements(contract.document #> '{executed,terms,shares}') AS share
      JOIN contract_share AS held ON held.contract_id = contract.id
                                 AND held.reservation_id = (share #>> '{reservation,value}')::uuid
     WHERE contract.state = 'completed')
UPDATE reserved_line
   SET awarded_cents = agreed.cents, paid_cents = agreed.paid
  FROM agreed
 WHERE reserved_line.commitment_id = agreed.reservation_id;

-- A process that was valued anew since its contract was completed is worth what was awarded, all years. What the officer counts
-- in of other purchases (value - own) stays.
WITH worth AS (
    SELECT process.id, process.document #> '{opening}' AS opening,
           (process.document #>> '{opening,termYears}')::bigint * sum(line.awarded_cents)::bigint AS cents
      FROM contracting_process AS process
      JOIN contract ON contract.process_id = process.id AND contract.state = 'completed'
      JOIN reserved_line AS line ON line.contract_id = contract.id
     WHERE process.state = 'awarded'
     GROUP BY process.id)
UPDATE contracting_process AS process
   SET document = jsonb_set(
                      jsonb_set(process.document, '{opening,own,cents}', to_jsonb(worth.cents)),
                      '{opening,value,cents}',
                      to_jsonb(worth.cents + (worth.opening #>> '{value,cents}')::bigint
                                           - (worth.opening #>> '{own,cents}')::bigint)),
       version = process.version + 1,
       modified_at = clock_timestamp()
  FROM worth
 WHERE worth.id = process.id AND (worth.opening #>> '{own,cents}')::bigint <> worth.cents;

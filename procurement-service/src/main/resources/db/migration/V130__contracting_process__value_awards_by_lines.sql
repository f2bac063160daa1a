-- An awarded process is worth what the award asks of the lines that are still with it, all years; it was worth what had
-- been reserved before. What the officer counts in of other purchases (value - own) stays.
WITH worth AS (
    SELECT process.id, process.document #> '{opening}' AS opening,
           (process.document #>> '{opening,termYears}')::bigint
               * COALESCE((SELECT sum(line.awarded_cents)::bigint FROM reserved_line AS line
                            WHERE line.process_id = process.id AND line.state <> 'released'), 0) AS cents
      FROM contracting_process AS process
     WHERE process.state = 'awarded')
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

-- Which processes call off from which framework: what they take together stays within its value (docs/policy/tenders.md §8).
CREATE TABLE call_off (
    process_id uuid NOT NULL CONSTRAINT call_off_is_one_per_process PRIMARY KEY
                    CONSTRAINT call_off_is_of_a_process REFERENCES contracting_process (id),
    award_id   uuid NOT NULL CONSTRAINT call_off_is_from_an_award REFERENCES framework_award (id)
);
CREATE INDEX call_off_from_award ON call_off (award_id);
REVOKE UPDATE, DELETE, TRUNCATE ON call_off FROM ${app_role};

-- What was awarded before: the route names the award by its id.
INSERT INTO call_off (process_id, award_id)
SELECT process.id, award.id
  FROM contracting_process AS process
  JOIN framework_award AS award
    ON award.id::text = lower(btrim(process.document #>> '{opening,route,reference}'))
 WHERE process.route = 'call-off' AND process.state = 'awarded';

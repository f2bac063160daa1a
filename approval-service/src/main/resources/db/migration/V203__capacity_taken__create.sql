-- What each selection takes of its programs' capacity (docs/policy/approval.md §10): kept with the selection, because
-- every submission sums it over all schools.
CREATE TABLE capacity_taken (
    program_id   uuid    NOT NULL,
    fiscal_year  integer NOT NULL,
    selection_id uuid    NOT NULL REFERENCES selection (id),
    pupils       bigint  NOT NULL CONSTRAINT capacity_taken_pupils_from_one CHECK (pupils >= 1),
    CONSTRAINT capacity_taken_pkey PRIMARY KEY (selection_id, program_id)
);
CREATE INDEX capacity_taken_by_program ON capacity_taken (program_id, fiscal_year) INCLUDE (selection_id, pupils);

INSERT INTO capacity_taken (program_id, fiscal_year, selection_id, pupils)
SELECT program_id, fiscal_year, selection_id, max(pupils)
  FROM (SELECT line.program_id, s.fiscal_year, line.selection_id, sum(line.pupils) AS pupils
          FROM selection AS s JOIN selection_line AS line ON line.selection_id = s.id
         WHERE s.state <> 'lapsed'
           AND (line.content_version = s.standing_version
                OR (line.content_version = s.content_version AND s.state IN ('submitted', 'approved', 'reserved')))
         GROUP BY line.program_id, s.fiscal_year, line.selection_id, line.content_version) AS version
 GROUP BY program_id, fiscal_year, selection_id;

DROP INDEX selection_line_sum_of_pupils;

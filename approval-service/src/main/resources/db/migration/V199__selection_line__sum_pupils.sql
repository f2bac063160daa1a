-- Every submission sums the pupils of its programs over all selections: from the index alone.
CREATE INDEX selection_line_sum_of_pupils ON selection_line (program_id)
       INCLUDE (selection_id, content_version, pupils);
DROP INDEX selection_line_by_program;

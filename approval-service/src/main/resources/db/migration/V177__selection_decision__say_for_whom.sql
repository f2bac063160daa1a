-- Single persons of other offices decide too, in the place of others, and say something about single lines.
ALTER TABLE selection_decision
    DROP CONSTRAINT selection_decision_step_known,
    ADD CONSTRAINT selection_decision_step_known CHECK (
        step IN ('council', 'superintendent', 'partnerships-team', 'budget-office', 'district-superintendent', 'cfo',
                 'deputy-cfo', 'completeness', 'reservation', 'competition')),
    ADD COLUMN for_issuer  text,
    ADD COLUMN for_subject text,
    ADD CONSTRAINT selection_decision_for_whom_whole CHECK (num_nonnulls(for_issuer, for_subject) IN (0, 2)),
    ADD CONSTRAINT selection_decision_for_another_by_somebody CHECK (for_subject IS NULL OR subject IS NOT NULL);

CREATE TABLE selection_line_comment (
    selection_id   uuid    NOT NULL REFERENCES selection (id),
    place          integer NOT NULL,
    decision_place integer NOT NULL,
    line_id        uuid    NOT NULL,
    comment        text    NOT NULL CONSTRAINT selection_line_comment_not_blank CHECK (length(btrim(comment)) > 0),
    CONSTRAINT selection_line_comment_pkey PRIMARY KEY (selection_id, place),
    FOREIGN KEY (selection_id, decision_place) REFERENCES selection_decision (selection_id, place)
);

REVOKE UPDATE, DELETE, TRUNCATE ON selection_line_comment FROM ${app_role};

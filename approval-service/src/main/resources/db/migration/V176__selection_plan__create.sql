-- Who must agree to each submitted version of a selection, resolved when it was submitted; only ever added. And what of it
-- is open now, kept with the selection in one transaction, so that whose turn it is needs no fold over all selections.
CREATE TABLE selection_plan_step (
    selection_id    uuid    NOT NULL REFERENCES selection (id),
    place           integer NOT NULL,
    content_version integer NOT NULL,
    stages_number   integer NOT NULL CONSTRAINT selection_plan_step_stages_from_the_default CHECK (stages_number >= 0),
    stage           integer NOT NULL CONSTRAINT selection_plan_step_stage_from_one CHECK (stage >= 1),
    step            text    NOT NULL CONSTRAINT selection_plan_step_known
                            CHECK (step IN ('council', 'superintendent', 'partnerships-team', 'budget-office',
                                            'district-superintendent', 'cfo', 'deputy-cfo', 'completeness')),
    needed          boolean NOT NULL,
    why             text    NOT NULL,
    deadline        text    CONSTRAINT selection_plan_step_deadline_readable
                            CHECK (deadline ~ '^([0-9]{1,3} days|[0-9]{4}-[0-9]{2}-[0-9]{2})$'),
    CONSTRAINT selection_plan_step_pkey PRIMARY KEY (selection_id, place),
    CONSTRAINT selection_plan_step_once_per_version UNIQUE (selection_id, content_version, step)
);

CREATE TABLE open_step (
    selection_id    uuid        NOT NULL REFERENCES selection (id),
    step            text        NOT NULL,
    fund_id         uuid        NOT NULL,
    school_code     text        NOT NULL,
    content_version integer     NOT NULL,
    stage           integer     NOT NULL,
    since           timestamptz NOT NULL,
    until           timestamptz,
    CONSTRAINT open_step_pkey PRIMARY KEY (selection_id, step)
);

CREATE INDEX open_step_by_school ON open_step (school_code, step);
CREATE INDEX open_step_by_step ON open_step (step, until, selection_id);
CREATE INDEX open_step_by_fund ON open_step (fund_id, selection_id);

ALTER TABLE selection
    DROP CONSTRAINT selection_waits_for_a_step_iff_submitted,
    ADD CONSTRAINT selection_waits_for_a_step_iff_submitted CHECK (
        (state = 'submitted') = (waits_for IS NOT NULL)
        AND waits_for IN ('council', 'superintendent', 'partnerships-team', 'budget-office', 'district-superintendent',
                          'cfo', 'deputy-cfo', 'completeness'));

-- What was submitted before there were stages was submitted under the default.
INSERT INTO selection_plan_step (selection_id, place, content_version, stages_number, stage, step, needed, why)
SELECT submitted.id, row_number() OVER (PARTITION BY submitted.id ORDER BY submitted.version, usual.stage) - 1,
       submitted.version, 0, usual.stage, usual.step, true, 'Every selection of the fund needs it.'
  FROM (SELECT id, content_version AS version FROM selection WHERE submitted_at IS NOT NULL
        UNION SELECT id, standing_version FROM selection WHERE standing_version IS NOT NULL) AS submitted
 CROSS JOIN (VALUES (1, 'council'), (2, 'superintendent'), (3, 'completeness')) AS usual (stage, step);

INSERT INTO open_step (selection_id, step, fund_id, school_code, content_version, stage, since)
SELECT s.id, s.waits_for, s.fund_id, s.school_code, s.content_version,
       CASE s.waits_for WHEN 'council' THEN 1 WHEN 'superintendent' THEN 2 ELSE 3 END,
       coalesce((SELECT max(d.decided_at) FROM selection_decision d
                  WHERE d.selection_id = s.id AND d.content_version = s.content_version AND d.verdict = 'approved'),
                s.submitted_at)
  FROM selection s
 WHERE s.state = 'submitted';

REVOKE UPDATE, DELETE, TRUNCATE ON selection_plan_step FROM ${app_role};
REVOKE TRUNCATE ON open_step FROM ${app_role};

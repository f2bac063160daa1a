-- In which stages selections of a fund are approved, version by version; nothing here ever changes. A fund without a version
-- has the default of the suite (policy/approval §13.1).
CREATE TABLE approval_stages (
    fund_id     uuid        NOT NULL REFERENCES remembered_fund (id),
    number      integer     NOT NULL CONSTRAINT approval_stages_number_from_one CHECK (number >= 1),
    first_day   date        NOT NULL,
    source      text        NOT NULL CONSTRAINT approval_stages_source_not_blank CHECK (length(btrim(source)) > 0),
    issuer      text        NOT NULL,
    subject     text        NOT NULL,
    recorded_at timestamptz NOT NULL,
    CONSTRAINT approval_stages_pkey PRIMARY KEY (fund_id, number)
);

CREATE TABLE approval_stage_step (
    fund_id    uuid    NOT NULL,
    number     integer NOT NULL,
    stage      integer NOT NULL CONSTRAINT approval_stage_step_stage_from_one CHECK (stage >= 1),
    step       text    NOT NULL CONSTRAINT approval_stage_step_known
                       CHECK (step IN ('council', 'superintendent', 'partnerships-team', 'budget-office',
                                       'district-superintendent', 'cfo', 'deputy-cfo', 'completeness')),
    conditions text[]  NOT NULL,
    deadline   text    CONSTRAINT approval_stage_step_deadline_readable
                       CHECK (deadline ~ '^([0-9]{1,3} days|[0-9]{4}-[0-9]{2}-[0-9]{2})$'),
    CONSTRAINT approval_stage_step_pkey PRIMARY KEY (fund_id, number, step),
    FOREIGN KEY (fund_id, number) REFERENCES approval_stages (fund_id, number)
);

REVOKE UPDATE, DELETE, TRUNCATE ON approval_stages, approval_stage_step FROM ${app_role};

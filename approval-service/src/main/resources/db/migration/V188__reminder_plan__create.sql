-- When people are reminded of what waits for them (docs/policy/reminders.md §5).
CREATE TABLE reminder_plan (
    fund_id             uuid        NOT NULL CONSTRAINT reminder_plan_is_one_per_fund PRIMARY KEY REFERENCES remembered_fund (id),
    days_before         integer[]   NOT NULL CONSTRAINT reminder_plan_days_before_few CHECK (cardinality(days_before) <= 10),
    escalate_after_days integer     NOT NULL CONSTRAINT reminder_plan_escalates_later CHECK (escalate_after_days BETWEEN 0 AND 365),
    -- Who is told then: issuer and subject, place by place.
    next_issuers        text[]      NOT NULL,
    next_subjects       text[]      NOT NULL CONSTRAINT reminder_plan_next_level_whole CHECK (cardinality(next_subjects) = cardinality(next_issuers)),
    source              text        NOT NULL,
    modified_at         timestamptz NOT NULL,
    version             bigint      NOT NULL
);

-- The default for funds that were heard of before; later ones get theirs when they are heard of.
INSERT INTO reminder_plan
SELECT id, ARRAY[7, 3, 1], 2, ARRAY[]::text[], ARRAY[]::text[],
       'Default of the suite: a week, three days and a day before; the next level after two days', now(), 1
  FROM remembered_fund;

CREATE INDEX mail_by_thing ON mail (thing);

REVOKE DELETE, TRUNCATE ON reminder_plan FROM ${app_role};

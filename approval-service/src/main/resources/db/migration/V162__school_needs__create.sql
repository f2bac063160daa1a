-- What a school needs of partners in a fiscal year; several words of a column are joined by a semicolon, times as
-- monday 15:00-17:30, goals as academic:literacy.
CREATE TABLE school_needs (
    school_code  text        NOT NULL CONSTRAINT school_needs_code_has_eight_digits CHECK (school_code ~ '^[0-9]{8}$'),
    fiscal_year  integer     NOT NULL CONSTRAINT school_needs_fiscal_year_possible CHECK (fiscal_year BETWEEN 2000 AND 2199),
    goals        text        NOT NULL CONSTRAINT school_needs_has_a_goal CHECK (goals <> ''),
    grades       text        NOT NULL CONSTRAINT school_needs_has_a_grade CHECK (grades <> ''),
    pupils       integer     NOT NULL CONSTRAINT school_needs_has_pupils CHECK (pupils > 0),
    times        text        NOT NULL,
    sessions     integer     CONSTRAINT school_needs_sessions_positive CHECK (sessions > 0),
    languages    text        NOT NULL,
    budget_cents bigint      CONSTRAINT school_needs_budget_positive CHECK (budget_cents > 0),
    issuer       text        NOT NULL,
    subject      text        NOT NULL,
    modified_at  timestamptz NOT NULL,
    version      bigint      NOT NULL,
    CONSTRAINT school_needs_pkey PRIMARY KEY (school_code, fiscal_year)
);

REVOKE DELETE, TRUNCATE ON school_needs FROM ${app_role};

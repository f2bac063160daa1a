-- What goes to the budget system: the parts of the budget lines as the events told them, and every edition of the
-- approved selections with the system's answer. docs/policy/approval.md §16. Amounts are whole US cents.
CREATE TABLE remembered_chart (
    fund_id  uuid NOT NULL CONSTRAINT remembered_chart_pkey PRIMARY KEY REFERENCES remembered_fund (id),
    account  text NOT NULL,
    fund     text NOT NULL,
    program  text NOT NULL,
    subclass text NOT NULL
);

CREATE TABLE remembered_centre (
    fund_id     uuid NOT NULL REFERENCES remembered_fund (id),
    school_code text NOT NULL,
    centre      text NOT NULL CONSTRAINT remembered_centre_has_digits CHECK (centre ~ '^[0-9]+$'),
    CONSTRAINT remembered_centre_pkey PRIMARY KEY (fund_id, school_code)
);

CREATE TABLE budget_submission (
    fund_id       uuid        NOT NULL REFERENCES remembered_fund (id),
    number        integer     NOT NULL CONSTRAINT budget_submission_number_from_one CHECK (number >= 1),
    compared_with integer     CONSTRAINT budget_submission_is_compared_with_an_earlier_one CHECK (compared_with < number),
    account       text        NOT NULL,
    fund          text        NOT NULL,
    program       text        NOT NULL,
    subclass      text        NOT NULL,
    total_cents   bigint      NOT NULL CONSTRAINT budget_submission_total_not_negative CHECK (total_cents >= 0),
    digest        text        NOT NULL,
    issuer        text        NOT NULL,
    subject       text        NOT NULL,
    made_at       timestamptz NOT NULL,
    CONSTRAINT budget_submission_pkey PRIMARY KEY (fund_id, number)
);

CREATE TABLE budget_submission_line (
    fund_id         uuid    NOT NULL,
    number          integer NOT NULL,
    place           integer NOT NULL,
    selection_id    uuid    NOT NULL REFERENCES selection (id),
    content_version integer NOT NULL,
    line_id         uuid    NOT NULL,
    school_code     text    NOT NULL,
    school_name     text    NOT NULL,
    centre          text    NOT NULL,
    partner_name    text    NOT NULL,
    program_name    text    NOT NULL,
    amount_cents    bigint  NOT NULL CONSTRAINT budget_submission_line_not_negative CHECK (amount_cents >= 0),
    CONSTRAINT budget_submission_line_pkey PRIMARY KEY (fund_id, number, place),
    CONSTRAINT budget_submission_line_is_of_an_edition FOREIGN KEY (fund_id, number)
        REFERENCES budget_submission (fund_id, number)
);

CREATE TABLE budget_submission_answer (
    fund_id     uuid        NOT NULL,
    number      integer     NOT NULL,
    accepted    boolean     NOT NULL,
    reference   text        NOT NULL,
    objections  text[]      NOT NULL,
    issuer      text        NOT NULL,
    subject     text        NOT NULL,
    answered_at timestamptz NOT NULL,
    CONSTRAINT budget_submission_answer_pkey PRIMARY KEY (fund_id, number),
    CONSTRAINT budget_submission_answer_is_to_an_edition FOREIGN KEY (fund_id, number)
        REFERENCES budget_submission (fund_id, number),
    CONSTRAINT budget_submission_answer_objects_in_pairs CHECK (cardinality(objections) % 2 = 0)
);

REVOKE UPDATE, DELETE, TRUNCATE
    ON remembered_chart, remembered_centre, budget_submission, budget_submission_line, budget_submission_answer
  FROM ${app_role};

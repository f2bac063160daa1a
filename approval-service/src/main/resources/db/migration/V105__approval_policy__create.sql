-- What the district decided about approving selections of one fund, and where that is written.
CREATE TABLE approval_policy (
    fund_id                  uuid        NOT NULL CONSTRAINT approval_policy_is_one_per_fund PRIMARY KEY
                                         REFERENCES remembered_fund (id),
    partner_choice           text        NOT NULL CONSTRAINT approval_policy_partner_choice_known
                                         CHECK (partner_choice IN ('any-registered', 'portfolio-only')),
    selections_due_on        date,
    recused_count_as_present boolean     NOT NULL,
    agenda_notice_hours      integer     NOT NULL CONSTRAINT approval_policy_notice_is_up_to_a_year
                                         CHECK (agenda_notice_hours BETWEEN 0 AND 8784),
    source                   text        NOT NULL,
    modified_at              timestamptz NOT NULL,
    version                  bigint      NOT NULL
);

REVOKE DELETE, TRUNCATE ON approval_policy FROM ${app_role};

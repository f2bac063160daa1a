-- Money that moves from one school's allocation to another's, if the ledger gives it up. Amounts are whole US cents.
CREATE TABLE revision (
    id              uuid        NOT NULL CONSTRAINT revision_pkey PRIMARY KEY,
    fund_id         uuid        NOT NULL REFERENCES fund (id),
    from_school     text        NOT NULL REFERENCES school (code),
    to_school       text        NOT NULL REFERENCES school (code),
    amount_cents    bigint      NOT NULL CONSTRAINT revision_amount_positive CHECK (amount_cents > 0),
    reason          text        NOT NULL CONSTRAINT revision_reason_not_blank CHECK (length(btrim(reason)) > 0),
    proposed_at     timestamptz NOT NULL,
    state           text        NOT NULL CONSTRAINT revision_state_known
                                CHECK (state IN ('proposed', 'accepted', 'refused')),
    available_cents bigint,
    refusal         text,
    modified_at     timestamptz NOT NULL,
    version         bigint      NOT NULL,
    CONSTRAINT revision_between_two_schools CHECK (from_school <> to_school),
    CONSTRAINT revision_refusal_iff_refused CHECK (
        num_nonnulls(available_cents, refusal) = CASE WHEN state = 'refused' THEN 2 ELSE 0 END)
);

CREATE INDEX revision_by_fund ON revision (fund_id, id);
CREATE UNIQUE INDEX revision_one_open_per_giving_school ON revision (fund_id, from_school) WHERE state = 'proposed';
CREATE UNIQUE INDEX revision_one_open_per_receiving_school ON revision (fund_id, to_school) WHERE state = 'proposed';

REVOKE DELETE, TRUNCATE ON revision FROM ${app_role};

-- An amount that was set aside: made, used up and closed by transfers alone (V104).
CREATE TABLE commitment (
    id           uuid        NOT NULL CONSTRAINT commitment_is_known_by_its_id PRIMARY KEY,
    line_id      uuid        NOT NULL CONSTRAINT commitment_belongs_to_a_budget_line REFERENCES budget_line (id),
    account      text        NOT NULL CONSTRAINT commitment_lies_in_an_account_of_commitments
                             CHECK (account IN ('reserved', 'encumbered', 'expended')),
    opened_cents bigint      NOT NULL CONSTRAINT commitment_is_opened_with_at_least_one_cent CHECK (opened_cents > 0),
    open_cents   bigint      NOT NULL CONSTRAINT commitment_is_never_exceeded CHECK (open_cents >= 0),
    opened_by    uuid        NOT NULL CONSTRAINT commitment_is_opened_by_a_transfer REFERENCES transfer (id),
    opened_at    timestamptz NOT NULL,
    closed_at    timestamptz,
    CONSTRAINT commitment_is_closed_at_zero CHECK ((closed_at IS NOT NULL) = (open_cents = 0)),
    CONSTRAINT commitment_is_open_for_at_most_what_it_was_opened_with CHECK (open_cents <= opened_cents)
)
WITH (fillfactor = 70);

CREATE INDEX commitment_of_line ON commitment (line_id);

REVOKE ALL ON commitment FROM ${app_role};
GRANT SELECT ON commitment TO ${app_role};

-- A settlement says the end of a contract again, with another amount and a later time. The first end decides whether a version
-- had its money before the contract ended, the last one how much was spent; V201 asked the last one for both. The version that
-- stands while a newer one is decided on has beside it what was spent of contracts that ended before it had its money, too.
-- An end is said of version 2147483647. Amounts are whole US cents.
ALTER TABLE selection ADD COLUMN standing_spent_beside_cents bigint NOT NULL DEFAULT 0
    CONSTRAINT selection_standing_spent_beside_not_negative CHECK (standing_spent_beside_cents >= 0),
    ADD CONSTRAINT selection_spends_beside_what_stands_only
    CHECK (standing_version IS NOT NULL OR standing_spent_beside_cents = 0);

WITH ended AS (
    SELECT DISTINCT ON (selection_id, contract_id)
           selection_id, amount_cents AS cents,
           min(contracted_at) OVER (PARTITION BY selection_id, contract_id) AS first_at
      FROM selection_contracted
     WHERE content_version = 2147483647
     ORDER BY selection_id, contract_id, contracted_at DESC),
spent AS (
    SELECT its.id,
           coalesce(sum(ended.cents) FILTER (
               WHERE its.state IN ('draft', 'submitted', 'approved', 'returned')
                  OR (its.state = 'reserved' AND ended.first_at < its.reserved_at)), 0) AS beside,
           coalesce(sum(ended.cents) FILTER (
               WHERE its.standing_version IS NOT NULL
                 AND (its.standing_reserved_at IS NULL OR ended.first_at < its.standing_reserved_at)), 0) AS standing
      FROM selection AS its JOIN ended ON ended.selection_id = its.id
     GROUP BY its.id)
UPDATE selection
   SET spent_beside_cents = spent.beside, standing_spent_beside_cents = spent.standing
  FROM spent
 WHERE spent.id = selection.id;

-- What a partner's credit note gave back of what was paid: on the school's line again, so that its selections of the fund may
-- choose it again. It counts once its contract is known here, whichever of both is told first. Only added.
CREATE TABLE refund (
    credit_note_id uuid        NOT NULL CONSTRAINT refund_is_one_per_credit_note PRIMARY KEY,
    contract_id    uuid        NOT NULL,
    fund_id        uuid        NOT NULL,
    school_code    text        NOT NULL,
    amount_cents   bigint      NOT NULL CONSTRAINT refund_is_positive CHECK (amount_cents > 0),
    credited_at    timestamptz NOT NULL
);

CREATE INDEX refund_by_purse ON refund (fund_id, school_code);

REVOKE UPDATE, DELETE, TRUNCATE ON refund FROM ${app_role};

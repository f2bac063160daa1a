-- What was spent of contracts that ended is spent beside whatever a newer version costs: it counts against the allocation
-- with it, unless the version had its money before the contract ended. An end is said of version 2147483647; of one
-- contract and selection the last one counts. Amounts are whole US cents.
ALTER TABLE selection ADD COLUMN spent_beside_cents bigint NOT NULL DEFAULT 0
    CONSTRAINT selection_spent_beside_not_negative CHECK (spent_beside_cents >= 0);

UPDATE selection
   SET spent_beside_cents = spent.cents
  FROM (SELECT ended.selection_id, sum(ended.amount_cents) AS cents
          FROM (SELECT DISTINCT ON (selection_id, contract_id) selection_id, amount_cents, contracted_at
                  FROM selection_contracted
                 WHERE content_version = 2147483647
                 ORDER BY selection_id, contract_id, contracted_at DESC) AS ended
          JOIN selection AS its ON its.id = ended.selection_id
         WHERE its.state IN ('draft', 'submitted', 'approved', 'returned')
            OR (its.state = 'reserved' AND ended.contracted_at < its.reserved_at)
         GROUP BY ended.selection_id) AS spent
 WHERE spent.selection_id = selection.id;

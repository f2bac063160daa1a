-- Spending reports go from a transfer to the share of a contract that it is about.
CREATE INDEX contract_share_by_encumbrance ON contract_share (encumbrance_id);

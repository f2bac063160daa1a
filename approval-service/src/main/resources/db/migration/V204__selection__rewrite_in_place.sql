-- A selection changes its state and no key by which it is found, so that a change rewrites its row in its page and no index
-- (a heap-only tuple). A school has some ten selections: looking at their states is cheaper than keeping them in order.
DROP INDEX selection_by_school_and_state;
DROP INDEX selection_by_purse;
CREATE INDEX selection_by_purse ON selection (fund_id, school_code);
ALTER TABLE selection SET (fillfactor = 75);

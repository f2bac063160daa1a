-- Splitting is read as "the same partner or the same service area" (docs/decisions/0007-splitting-partner-or-area.md);
-- the other reading is kept.
UPDATE procurement_rule SET adopted = (name = 'splitting-partner-or-area') WHERE kind = 'reading';

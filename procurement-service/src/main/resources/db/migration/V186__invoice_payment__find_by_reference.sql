-- Each payment asks whether its reference stands at another one, also at those of before, which the unique index leaves out:
-- without this it read all payments ever made.
CREATE INDEX invoice_payment_by_reference ON invoice_payment (reference);

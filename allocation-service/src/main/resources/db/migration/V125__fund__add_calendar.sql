-- Days that schools are told in their letters, both ends included; null: not announced.
ALTER TABLE fund
    ADD COLUMN office_hours_from         date,
    ADD COLUMN office_hours_to           date,
    ADD COLUMN technical_assistance_from date,
    ADD COLUMN technical_assistance_to   date,
    ADD COLUMN selections_due_on         date,
    ADD CONSTRAINT fund_office_hours_in_order CHECK (
        num_nonnulls(office_hours_from, office_hours_to) IN (0, 2) AND office_hours_from <= office_hours_to),
    ADD CONSTRAINT fund_technical_assistance_in_order CHECK (
        num_nonnulls(technical_assistance_from, technical_assistance_to) IN (0, 2)
        AND technical_assistance_from <= technical_assistance_to);

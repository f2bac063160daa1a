-- From which day on offers are asked for in a fund (docs/policy/procurement.md §12); no row: from the opening on.
CREATE TABLE fund_cut_off (
    fund_id      uuid NOT NULL CONSTRAINT fund_cut_off_is_one_per_fund PRIMARY KEY
                      CONSTRAINT fund_cut_off_is_of_a_fund REFERENCES remembered_fund (id),
    solicit_from date NOT NULL
);
REVOKE DELETE, TRUNCATE ON fund_cut_off FROM ${app_role};

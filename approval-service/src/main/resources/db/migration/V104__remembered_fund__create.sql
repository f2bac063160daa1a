-- The funds that allocation-service opened, and what each school may spend of them. Amounts are whole US cents.
CREATE TABLE remembered_fund (
    id          uuid    NOT NULL CONSTRAINT remembered_fund_pkey PRIMARY KEY,
    name        text    NOT NULL,
    fiscal_year integer NOT NULL
);

CREATE TABLE remembered_allocation (
    fund_id      uuid   NOT NULL REFERENCES remembered_fund (id),
    school_code  text   NOT NULL CONSTRAINT remembered_allocation_school_code_has_eight_digits
                        CHECK (school_code ~ '^\d{8}$'),
    school_name  text   NOT NULL,
    amount_cents bigint NOT NULL CONSTRAINT remembered_allocation_amount_not_negative CHECK (amount_cents >= 0),
    CONSTRAINT remembered_allocation_pkey PRIMARY KEY (fund_id, school_code)
);

REVOKE UPDATE, DELETE, TRUNCATE ON remembered_fund FROM ${app_role};
REVOKE DELETE, TRUNCATE ON remembered_allocation FROM ${app_role};

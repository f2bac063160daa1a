-- The funds whose year is over: what is released on their lines lapses at once.
CREATE TABLE closed_fund (
    fund_id   uuid        NOT NULL CONSTRAINT closed_fund_pkey PRIMARY KEY REFERENCES remembered_fund (id),
    closed_at timestamptz NOT NULL
);

REVOKE UPDATE, DELETE, TRUNCATE ON closed_fund FROM ${app_role};

-- When the fund's year was closed; the one thing of a remembered fund that changes, once.
ALTER TABLE remembered_fund ADD COLUMN closed_at timestamptz;

-- Closings that were heard before their fund's opening; the fund is closed as soon as it is remembered.
CREATE TABLE early_closing (
    fund_id     uuid        NOT NULL CONSTRAINT early_closing_pkey PRIMARY KEY,
    fiscal_year integer     NOT NULL,
    closed_at   timestamptz NOT NULL
);

REVOKE UPDATE, DELETE, TRUNCATE ON early_closing FROM ${app_role};
GRANT UPDATE (closed_at) ON remembered_fund TO ${app_role};

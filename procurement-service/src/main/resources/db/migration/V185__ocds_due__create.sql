-- Processes whose invoices took a step that is not published yet. Rows are only added by the steps, so that nobody who
-- pays waits for anybody else who pays on the same process; who publishes the process takes them out (docs/decisions/0024).
CREATE TABLE ocds_due (
    id         bigint      GENERATED ALWAYS AS IDENTITY CONSTRAINT ocds_due_pkey PRIMARY KEY,
    process_id uuid        NOT NULL, -- no reference: who pays would wait for whoever holds the process
    at         timestamptz NOT NULL
);
CREATE INDEX ocds_due_by_process ON ocds_due (process_id);
REVOKE UPDATE, TRUNCATE ON ocds_due FROM ${app_role};

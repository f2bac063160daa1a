-- The steps by which a version of a selection was approved, as approval-service said them; who decided is not said.
CREATE TABLE selection_approval (
    selection_id uuid        NOT NULL,
    version      integer     NOT NULL,
    step         text        NOT NULL,
    school_code  text        NOT NULL,
    decided_at   timestamptz NOT NULL,
    CONSTRAINT selection_approval_is_one_per_step PRIMARY KEY (selection_id, version, step)
);
REVOKE ALL ON selection_approval FROM ${app_role};
GRANT SELECT, INSERT ON selection_approval TO ${app_role};

-- What approval-service and procurement-service said about the programs, each once (policy catalogue §8).
CREATE TABLE heard_selection (
    selection_id      uuid    NOT NULL CONSTRAINT heard_selection_pkey PRIMARY KEY,
    -- 0: none yet
    approved_version  integer NOT NULL,
    -- Withdrawn, or returned to the school.
    ended_version     integer NOT NULL
);

CREATE TABLE heard_choice (
    selection_id uuid    NOT NULL,
    version      integer NOT NULL,
    line_id      uuid    NOT NULL,
    program_id   uuid    NOT NULL,
    school_code  text    NOT NULL,
    fiscal_year  integer NOT NULL,
    pupils       integer NOT NULL CONSTRAINT heard_choice_pupils_not_negative CHECK (pupils >= 0),
    cents        bigint  NOT NULL CONSTRAINT heard_choice_not_negative CHECK (cents >= 0),
    CONSTRAINT heard_choice_pkey PRIMARY KEY (selection_id, version, line_id)
);

CREATE INDEX heard_choice_by_program ON heard_choice (program_id);

CREATE TABLE heard_contract (
    contract_id uuid    NOT NULL CONSTRAINT heard_contract_pkey PRIMARY KEY,
    program_id  uuid    NOT NULL,
    fiscal_year integer NOT NULL,
    cents       bigint  NOT NULL CONSTRAINT heard_contract_not_negative CHECK (cents >= 0),
    ends_on     date    NOT NULL
);

CREATE INDEX heard_contract_by_program ON heard_contract (program_id);

CREATE TABLE heard_payment (
    invoice_id  uuid   NOT NULL CONSTRAINT heard_payment_pkey PRIMARY KEY,
    contract_id uuid   NOT NULL,
    cents       bigint NOT NULL CONSTRAINT heard_payment_not_negative CHECK (cents >= 0)
);

CREATE INDEX heard_payment_by_contract ON heard_payment (contract_id);

-- How many pupils a program serves in a year: those of the selections that have it, and of the partnerships that the fund
-- does not pay for. One to nine count as ten, so that nobody counts them back from the places left (policy catalogue §4).
CREATE VIEW program_served AS
    SELECT served.program_id, served.fiscal_year,
           sum(CASE WHEN served.pupils BETWEEN 1 AND 9 THEN 10 ELSE served.pupils END) AS pupils
    FROM (SELECT h.program_id, h.fiscal_year, h.pupils FROM partnership h WHERE h.contracts = ''
          UNION ALL
          SELECT c.program_id, c.fiscal_year, c.pupils
          FROM heard_choice c
          JOIN heard_selection s ON s.selection_id = c.selection_id
              AND s.approved_version = c.version AND s.ended_version < c.version) served
    GROUP BY served.program_id, served.fiscal_year;

REVOKE DELETE, TRUNCATE ON heard_selection FROM ${app_role};
REVOKE UPDATE, DELETE, TRUNCATE ON heard_choice, heard_contract, heard_payment FROM ${app_role};

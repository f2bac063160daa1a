-- Rules are data: one document says eligibility, formula, bounds, guarantees, reserve and unit. The pool stays a column.
ALTER TABLE scenario ADD COLUMN rules text;

UPDATE scenario SET rules = json_build_object(
    'reserve', json_build_object('amount', '0.00', 'currency', 'USD'),
    'eligibility', CASE eligibility
        WHEN 'top' THEN json_build_object('kind', 'top', 'schools', eligibility_schools)
        ELSE json_build_object(
            'kind', 'threshold', 'atLeast', (eligibility_millionths / 1000000.0)::numeric(7, 6)::text) END,
    'formula', json_build_object('kind', formula),
    'unit', 'cent')::text;

ALTER TABLE scenario
    ALTER COLUMN rules SET NOT NULL,
    ADD CONSTRAINT scenario_rules_are_a_document CHECK (rules IS JSON OBJECT),
    DROP COLUMN eligibility,
    DROP COLUMN eligibility_schools,
    DROP COLUMN eligibility_millionths,
    DROP COLUMN formula;

-- What the allocations have in common, now that some schools have a bound and only the others share by weight.
ALTER TABLE scenario RENAME COLUMN schools_funded TO schools_eligible;
ALTER TABLE scenario RENAME COLUMN pupils_funded TO pupils_eligible;
ALTER TABLE scenario RENAME COLUMN weight_funded TO sharing_weight;
ALTER TABLE scenario RENAME COLUMN left_over_cents TO sharing_left_over;

ALTER TABLE scenario
    ADD COLUMN sharing_schools       integer NOT NULL DEFAULT 0,
    ADD COLUMN sharing_cents         bigint  NOT NULL DEFAULT 0,
    ADD COLUMN at_floor_schools      integer NOT NULL DEFAULT 0,
    ADD COLUMN at_floor_cents        bigint  NOT NULL DEFAULT 0,
    ADD COLUMN at_cap_schools        integer NOT NULL DEFAULT 0,
    ADD COLUMN at_cap_cents          bigint  NOT NULL DEFAULT 0,
    ADD COLUMN guaranteed_schools    integer NOT NULL DEFAULT 0,
    ADD COLUMN guaranteed_cents      bigint  NOT NULL DEFAULT 0,
    ADD COLUMN schools_held_harmless integer NOT NULL DEFAULT 0,
    ADD COLUMN guarantees_cost_cents bigint  NOT NULL DEFAULT 0,
    ADD COLUMN schools_gaining       integer NOT NULL DEFAULT 0,
    ADD COLUMN schools_paying        integer NOT NULL DEFAULT 0;

-- Until now every eligible school shared the whole pool by weight.
UPDATE scenario SET sharing_schools = schools_eligible, sharing_cents = pool_cents;

ALTER TABLE scenario
    ALTER COLUMN sharing_schools DROP DEFAULT,
    ALTER COLUMN sharing_cents DROP DEFAULT,
    ALTER COLUMN at_floor_schools DROP DEFAULT,
    ALTER COLUMN at_floor_cents DROP DEFAULT,
    ALTER COLUMN at_cap_schools DROP DEFAULT,
    ALTER COLUMN at_cap_cents DROP DEFAULT,
    ALTER COLUMN guaranteed_schools DROP DEFAULT,
    ALTER COLUMN guaranteed_cents DROP DEFAULT,
    ALTER COLUMN schools_held_harmless DROP DEFAULT,
    ALTER COLUMN guarantees_cost_cents DROP DEFAULT,
    ALTER COLUMN schools_gaining DROP DEFAULT,
    ALTER COLUMN schools_paying DROP DEFAULT;

-- A scenario may be computed anew until it is published; its former allocations stay as they were, under their run.
ALTER TABLE scenario ADD COLUMN run integer NOT NULL DEFAULT 1
    CONSTRAINT scenario_run_from_one CHECK (run >= 1);
ALTER TABLE scenario ALTER COLUMN run DROP DEFAULT;

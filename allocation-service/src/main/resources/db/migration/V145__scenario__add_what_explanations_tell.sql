-- What a pocket calculator needs beside what was kept: how far a share of all pupils reaches, the smallest fraction to
-- which a unit came, and what only rounding moved when guarantees were paid for.
ALTER TABLE scenario
    ADD COLUMN pupils_ranked              bigint  NOT NULL DEFAULT 0,
    ADD COLUMN pupils_without_last        bigint  NOT NULL DEFAULT 0,
    ADD COLUMN sharing_smallest_remainder bigint  NOT NULL DEFAULT 0,
    ADD COLUMN moved_by_rounding_cents    bigint  NOT NULL DEFAULT 0,
    ADD COLUMN schools_rounded_up         integer NOT NULL DEFAULT 0;

-- A school that gains by a share, and not by a bound or a guarantee, gains by rounding.
UPDATE scenario s SET
    pupils_ranked = told.pupils_ranked,
    pupils_without_last = told.pupils_without_last,
    sharing_smallest_remainder = told.smallest_remainder,
    guarantees_cost_cents = told.cost_cents,
    schools_gaining = told.gaining,
    moved_by_rounding_cents = told.rounding_cents,
    schools_rounded_up = told.rounded_up
FROM (
    SELECT
        scenario_id,
        run,
        sum(pupils) AS pupils_ranked,
        coalesce(sum(pupils) FILTER (WHERE outcome = 'funded' AND rank < last_rank), 0) AS pupils_without_last,
        coalesce(min(remainder) FILTER (WHERE left_over_cents > 0), 0) AS smallest_remainder,
        coalesce(sum(amount_cents - without_cents)
            FILTER (WHERE amount_cents > without_cents AND part IS DISTINCT FROM 'share'), 0) AS cost_cents,
        count(*) FILTER (WHERE amount_cents > without_cents AND part IS DISTINCT FROM 'share') AS gaining,
        coalesce(sum(amount_cents - without_cents)
            FILTER (WHERE amount_cents > without_cents AND part = 'share'), 0) AS rounding_cents,
        count(*) FILTER (WHERE amount_cents > without_cents AND part = 'share') AS rounded_up
    FROM (
        SELECT *, max(rank) FILTER (WHERE outcome = 'funded') OVER (PARTITION BY scenario_id, run) AS last_rank
        FROM allocation
    ) ranked
    GROUP BY scenario_id, run
) told
WHERE told.scenario_id = s.id AND told.run = s.run;

ALTER TABLE scenario
    ALTER COLUMN pupils_ranked DROP DEFAULT,
    ALTER COLUMN pupils_without_last DROP DEFAULT,
    ALTER COLUMN sharing_smallest_remainder DROP DEFAULT,
    ALTER COLUMN moved_by_rounding_cents DROP DEFAULT,
    ALTER COLUMN schools_rounded_up DROP DEFAULT;

-- After its year a fund is closed; what it was before stays as it was.
ALTER TABLE fund ADD COLUMN closed_at timestamptz;
ALTER TABLE fund DROP CONSTRAINT fund_state_known;
ALTER TABLE fund ADD CONSTRAINT fund_state_known CHECK (state IN ('open', 'allocated', 'appropriated', 'closed'));
ALTER TABLE fund DROP CONSTRAINT fund_adoption_iff_appropriated;
ALTER TABLE fund ADD CONSTRAINT fund_adoption_iff_appropriated CHECK (
    num_nonnulls(adopted_cents, vote, adopted_on, appropriated_at) =
        CASE WHEN state IN ('appropriated', 'closed') THEN 4 ELSE 0 END);
ALTER TABLE fund ADD CONSTRAINT fund_closed_at_iff_closed CHECK ((closed_at IS NOT NULL) = (state = 'closed'));

-- At the end of the fund's year a selection lapses; what it was then stays on record with it.
ALTER TABLE selection
    ADD COLUMN lapsed_from text CONSTRAINT selection_lapsed_from_a_living_state
                           CHECK (lapsed_from IN ('draft', 'submitted', 'approved', 'reserved', 'returned')),
    ADD COLUMN lapsed_at   timestamptz,
    DROP CONSTRAINT selection_state_known,
    ADD CONSTRAINT selection_state_known CHECK (
        state IN ('draft', 'submitted', 'approved', 'reserved', 'returned', 'withdrawn', 'lapsed')),
    ADD CONSTRAINT selection_lapsed_iff_lapsed CHECK (
        num_nonnulls(lapsed_from, lapsed_at) = CASE WHEN state = 'lapsed' THEN 2 ELSE 0 END),
    DROP CONSTRAINT selection_is_submitted_by_somebody,
    ADD CONSTRAINT selection_is_submitted_by_somebody CHECK (
        num_nonnulls(submitted_issuer, submitted_subject, submitted_at)
            = CASE WHEN coalesce(lapsed_from, state) IN ('submitted', 'approved', 'reserved') THEN 3 ELSE 0 END),
    DROP CONSTRAINT selection_approved_at_iff_approved,
    ADD CONSTRAINT selection_approved_at_iff_approved CHECK (
        (approved_at IS NOT NULL) = (coalesce(lapsed_from, state) IN ('approved', 'reserved'))),
    DROP CONSTRAINT selection_reserved_at_iff_reserved,
    ADD CONSTRAINT selection_reserved_at_iff_reserved CHECK (
        (reserved_at IS NOT NULL) = (coalesce(lapsed_from, state) = 'reserved')),
    DROP CONSTRAINT selection_reasons_iff_returned_or_withdrawn,
    ADD CONSTRAINT selection_reasons_iff_returned_or_withdrawn CHECK (
        num_nonnulls(ended_by, ended_reasons, ended_at)
            = CASE WHEN coalesce(lapsed_from, state) IN ('returned', 'withdrawn') THEN 3 ELSE 0 END);

-- While a school amends what is approved, the approved version stands, with its money: which one, who submitted it, when
-- it was approved and reserved, why it is amended. Its cost counts until the ledger has replaced it.
ALTER TABLE selection
    ADD COLUMN standing_version           integer,
    ADD COLUMN standing_cents             bigint NOT NULL DEFAULT 0,
    ADD COLUMN standing_submitted_issuer  text,
    ADD COLUMN standing_submitted_subject text,
    ADD COLUMN standing_submitted_at      timestamptz,
    ADD COLUMN standing_approved_at       timestamptz,
    ADD COLUMN standing_reserved_at       timestamptz,
    ADD COLUMN amended_because            text,
    ADD CONSTRAINT selection_standing_is_whole_or_not_there CHECK (
        num_nonnulls(standing_version, standing_submitted_issuer, standing_submitted_subject, standing_submitted_at,
                     standing_approved_at, amended_because) IN (0, 6)
        AND (standing_version IS NOT NULL OR (standing_cents = 0 AND standing_reserved_at IS NULL))),
    ADD CONSTRAINT selection_stands_only_while_amended CHECK (
        standing_version IS NULL
        OR (standing_version < content_version AND state IN ('draft', 'submitted', 'approved', 'returned', 'lapsed')));

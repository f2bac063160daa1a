-- One row = one transfer: a debit and a credit of the same cents within one line. Insert-only, for everybody.
CREATE TABLE transfer (
    seq         bigint      GENERATED ALWAYS AS IDENTITY,
    id          uuid        NOT NULL CONSTRAINT transfer_is_known_by_its_id PRIMARY KEY,
    line_id     uuid        NOT NULL CONSTRAINT transfer_belongs_to_a_budget_line REFERENCES budget_line (id),
    debit       text        NOT NULL,
    credit      text        NOT NULL,
    cents       bigint      NOT NULL CONSTRAINT transfer_moves_at_least_one_cent CHECK (cents > 0),
    opens       uuid        CONSTRAINT transfer_opens_a_commitment_once UNIQUE,
    resolves    uuid,
    cause       text        NOT NULL,
    reason      text        NOT NULL,
    at          timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT transfer_is_a_legal_move CHECK ((debit, credit) IN (
        ('planned',      'available'),   -- plan
        ('appropriated', 'planned'),     -- appropriate
        ('available',    'reserved'),    -- reserve
        ('reserved',     'encumbered'),  -- encumber
        ('encumbered',   'expended'),    -- expend
        ('reserved',     'available'),   -- release a reservation
        ('encumbered',   'available'),   -- release an encumbrance
        ('expended',     'available'),   -- correct
        ('available',    'lapsed'))),    -- lapse
    CONSTRAINT transfer_names_what_it_resolves
        CHECK ((debit IN ('reserved', 'encumbered', 'expended')) = (resolves IS NOT NULL)),
    CONSTRAINT transfer_names_what_it_opens
        CHECK ((credit IN ('reserved', 'encumbered', 'expended')) = (opens IS NOT NULL))
);

CREATE UNIQUE INDEX transfer_in_order_of_its_line ON transfer (line_id, seq);

REVOKE ALL ON transfer FROM ${app_role};
GRANT SELECT, INSERT ON transfer TO ${app_role};

-- Not even the owner rewrites history by accident: a migration that must would have to say so.
CREATE FUNCTION transfers_are_never_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a transfer is never changed or removed: post another one'
        USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER transfers_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON transfer
    FOR EACH STATEMENT EXECUTE FUNCTION transfers_are_never_changed();

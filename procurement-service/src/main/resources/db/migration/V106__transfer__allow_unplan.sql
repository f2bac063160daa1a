-- A tenth move: planned money is taken off a line again, because a revision gives it to another school. The sum planned
-- on the fund follows it down, so that the raise of the other line finds room in the pool.
ALTER TABLE transfer DROP CONSTRAINT transfer_is_a_legal_move;
ALTER TABLE transfer ADD CONSTRAINT transfer_is_a_legal_move CHECK ((debit, credit) IN (
    ('planned',      'available'),   -- plan
    ('appropriated', 'planned'),     -- appropriate
    ('available',    'reserved'),    -- reserve
    ('reserved',     'encumbered'),  -- encumber
    ('encumbered',   'expended'),    -- expend
    ('reserved',     'available'),   -- release a reservation
    ('encumbered',   'available'),   -- release an encumbrance
    ('expended',     'available'),   -- correct
    ('available',    'lapsed'),      -- lapse
    ('available',    'planned')));   -- unplan

CREATE OR REPLACE FUNCTION post_transfers() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    t record;
BEGIN
    IF EXISTS (SELECT FROM posted WHERE debit = 'planned' OR (debit, credit) = ('available', 'planned')) THEN
        PERFORM 1 FROM public.remembered_fund
          WHERE id IN (SELECT l.fund_id FROM posted p JOIN public.budget_line l ON l.id = p.line_id)
          ORDER BY id FOR NO KEY UPDATE;
    END IF;
    PERFORM 1 FROM public.budget_line WHERE id IN (SELECT line_id FROM posted) ORDER BY id FOR NO KEY UPDATE;

    FOR t IN SELECT * FROM posted ORDER BY seq LOOP
        IF t.resolves IS NOT NULL THEN
            UPDATE public.commitment
               SET open_cents = open_cents - t.cents,
                   closed_at = CASE WHEN open_cents = t.cents THEN t.at END
             WHERE id = t.resolves AND line_id = t.line_id AND account = t.debit;
            IF NOT FOUND THEN
                RAISE EXCEPTION 'transfer % violates constraint "%": % is no commitment of its line in account %',
                        t.id, 'transfer_resolves_a_commitment_of_its_line', t.resolves, t.debit
                    USING ERRCODE = 'foreign_key_violation', TABLE = 'transfer',
                          CONSTRAINT = 'transfer_resolves_a_commitment_of_its_line';
            END IF;
        END IF;

        IF t.opens IS NOT NULL THEN
            INSERT INTO public.commitment (id, line_id, account, opened_cents, open_cents, opened_by, opened_at)
            VALUES (t.opens, t.line_id, t.credit, t.cents, t.cents, t.id, t.at);
        END IF;

        -- planned and appropriated stand on the debit side, the others on the credit side
        UPDATE public.budget_line
           SET planned_cents      = planned_cents
                   + CASE 'planned' WHEN t.debit THEN t.cents WHEN t.credit THEN -t.cents ELSE 0 END,
               appropriated_cents = appropriated_cents
                   + CASE 'appropriated' WHEN t.debit THEN t.cents WHEN t.credit THEN -t.cents ELSE 0 END,
               available_cents    = available_cents
                   + CASE 'available' WHEN t.credit THEN t.cents WHEN t.debit THEN -t.cents ELSE 0 END,
               reserved_cents     = reserved_cents
                   + CASE 'reserved' WHEN t.credit THEN t.cents WHEN t.debit THEN -t.cents ELSE 0 END,
               encumbered_cents   = encumbered_cents
                   + CASE 'encumbered' WHEN t.credit THEN t.cents WHEN t.debit THEN -t.cents ELSE 0 END,
               expended_cents     = expended_cents
                   + CASE 'expended' WHEN t.credit THEN t.cents WHEN t.debit THEN -t.cents ELSE 0 END,
               lapsed_cents       = lapsed_cents
                   + CASE 'lapsed' WHEN t.credit THEN t.cents WHEN t.debit THEN -t.cents ELSE 0 END,
               version            = version + 1,
               modified_at        = clock_timestamp()
         WHERE id = t.line_id;

        IF t.debit = 'planned' OR (t.debit, t.credit) = ('available', 'planned') THEN
            UPDATE public.remembered_fund
               SET planned_cents = planned_cents + CASE t.debit WHEN 'planned' THEN t.cents ELSE -t.cents END
             WHERE id = (SELECT fund_id FROM public.budget_line WHERE id = t.line_id);
        END IF;
    END LOOP;
    RETURN NULL;
END
$$;

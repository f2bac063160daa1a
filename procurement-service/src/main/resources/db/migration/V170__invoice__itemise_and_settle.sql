-- An invoice line is itemised, accepted in part, paid in several payments and credited (docs/policy/invoices.md). Amounts
-- are whole US cents.
ALTER TABLE invoice DROP CONSTRAINT invoice_state_known;
ALTER TABLE invoice ADD CONSTRAINT invoice_state_known CHECK (state IN
    ('submitted', 'disputed', 'verified', 'rejected', 'certified', 'received', 'partly-paid', 'paid', 'credited'));

-- What each line takes of its school's share, what was paid of it, and what of that came back.
ALTER TABLE invoice_line
    ADD COLUMN service_from   date,
    ADD COLUMN service_until  date,
    ADD COLUMN claimed_cents  bigint,
    ADD COLUMN paid_cents     bigint NOT NULL DEFAULT 0,
    ADD COLUMN returned_cents bigint NOT NULL DEFAULT 0;

-- A payment by the city. Its reference is the city's own and stands at one payment only; what was recorded before this
-- rule keeps its reference, whatever it is.
CREATE TABLE invoice_payment (
    id         uuid        NOT NULL CONSTRAINT invoice_payment_is_known_by_its_id PRIMARY KEY,
    invoice_id uuid        NOT NULL CONSTRAINT invoice_payment_belongs_to_an_invoice REFERENCES invoice (id),
    reference  text        NOT NULL,
    paid_on    date        NOT NULL,
    cents      bigint      NOT NULL CONSTRAINT invoice_payment_is_at_least_one_cent CHECK (cents > 0),
    from_before boolean    NOT NULL DEFAULT false
);
CREATE UNIQUE INDEX invoice_payment_reference_is_used_once ON invoice_payment (reference) WHERE NOT from_before;
CREATE INDEX invoice_payment_of_invoice ON invoice_payment (invoice_id);
REVOKE ALL ON invoice_payment FROM ${app_role};
GRANT SELECT, INSERT ON invoice_payment TO ${app_role};

CREATE TABLE invoice_payment_part (
    payment_id uuid    NOT NULL CONSTRAINT invoice_payment_part_belongs_to_a_payment REFERENCES invoice_payment (id),
    invoice_id uuid    NOT NULL,
    place      integer NOT NULL,
    cents      bigint  NOT NULL CONSTRAINT invoice_payment_part_is_at_least_one_cent CHECK (cents > 0),
    CONSTRAINT invoice_payment_part_is_one_per_line PRIMARY KEY (payment_id, place),
    CONSTRAINT invoice_payment_part_pays_a_line FOREIGN KEY (invoice_id, place) REFERENCES invoice_line (invoice_id, place)
);
REVOKE ALL ON invoice_payment_part FROM ${app_role};
GRANT SELECT, INSERT ON invoice_payment_part TO ${app_role};

-- A partner's credit note: the part that was not paid is not asked for any more, the part that was paid comes back.
CREATE TABLE invoice_credit (
    id         uuid        NOT NULL CONSTRAINT invoice_credit_is_known_by_its_id PRIMARY KEY,
    invoice_id uuid        NOT NULL,
    place      integer     NOT NULL,
    partner_id uuid        NOT NULL,
    number     text        NOT NULL,
    due_cents  bigint      NOT NULL CONSTRAINT invoice_credit_of_due_is_not_negative CHECK (due_cents >= 0),
    paid_cents bigint      NOT NULL CONSTRAINT invoice_credit_of_paid_is_not_negative CHECK (paid_cents >= 0),
    reference  text,
    credited_at timestamptz NOT NULL,
    CONSTRAINT invoice_credit_is_for_something CHECK (due_cents + paid_cents > 0),
    CONSTRAINT invoice_credit_number_is_used_once_by_a_partner UNIQUE (partner_id, number),
    CONSTRAINT invoice_credit_is_of_a_line FOREIGN KEY (invoice_id, place) REFERENCES invoice_line (invoice_id, place)
);
REVOKE ALL ON invoice_credit FROM ${app_role};
GRANT SELECT, INSERT ON invoice_credit TO ${app_role};

-- Since when it lies on the desk on which it lies.
ALTER TABLE invoice ADD COLUMN submitted_at timestamptz, ADD COLUMN waiting_since timestamptz;

-- The files of before get the shape of today: one lump sum per line, whole verdicts, one payment.
CREATE FUNCTION pg_temp.itemised(bill jsonb) RETURNS jsonb LANGUAGE sql AS $$
    SELECT jsonb_set(bill, '{lines}', (
        SELECT jsonb_agg(line || jsonb_build_object(
                   'item', jsonb_build_object('unit', 'lump sum', 'quantity', 1, 'unitPrice', line -> 'amount'),
                   'delivered', NULL, 'continues', '[]'::jsonb) ORDER BY place)
          FROM jsonb_array_elements(bill -> 'lines') WITH ORDINALITY AS l (line, place)))
$$;
CREATE FUNCTION pg_temp.judged(verifications jsonb) RETURNS jsonb LANGUAGE sql AS $$
    SELECT coalesce(jsonb_agg(said || '{"verdicts": []}'::jsonb ORDER BY place), '[]'::jsonb)
      FROM jsonb_array_elements(verifications) WITH ORDINALITY AS v (said, place)
$$;
CREATE FUNCTION pg_temp.checked(file jsonb) RETURNS jsonb LANGUAGE sql AS $$
    SELECT file || jsonb_build_object(
        'bill', pg_temp.itemised(file -> 'bill'),
        'verifications', pg_temp.judged(file -> 'verifications'),
        'decisions', '[]'::jsonb)
$$;
UPDATE invoice
   SET document = CASE state
           WHEN 'received' THEN document || jsonb_build_object(
               'certified', pg_temp.checked(document -> 'certified'),
               'settlement', '{"payments": [], "credits": []}'::jsonb)
           WHEN 'paid' THEN jsonb_build_object(
               'is', 'paid',
               'certified', pg_temp.checked(document #> '{received,certified}'),
               'received', document #> '{received,received}',
               'settlement', jsonb_build_object('credits', '[]'::jsonb, 'payments', jsonb_build_array(jsonb_build_object(
                   'id', gen_random_uuid(),
                   'reference', document -> 'reference',
                   'paidOn', ((document #>> '{paid,at}')::timestamptz AT TIME ZONE 'America/New_York')::date,
                   'parts', (SELECT jsonb_agg(jsonb_build_object('line', place, 'amount', line -> 'amount') ORDER BY place)
                               FROM jsonb_array_elements(document #> '{received,certified,bill,lines}')
                                    WITH ORDINALITY AS l (line, place)),
                   'by', document #> '{paid,by}',
                   'at', document #> '{paid,at}'))))
           ELSE pg_temp.checked(document)
       END;

CREATE FUNCTION pg_temp.bill(file jsonb) RETURNS jsonb LANGUAGE sql AS $$
    SELECT coalesce(file -> 'bill', file #> '{certified,bill}')
$$;
UPDATE invoice
   SET submitted_at = (pg_temp.bill(document) ->> 'submittedAt')::timestamptz,
       waiting_since = CASE state
           WHEN 'submitted' THEN (pg_temp.bill(document) ->> 'submittedAt')::timestamptz
           WHEN 'certified' THEN (document #>> '{certified,at}')::timestamptz
           WHEN 'received' THEN (document #>> '{received,at}')::timestamptz
           WHEN 'paid' THEN (document #>> '{settlement,payments,0,at}')::timestamptz
           ELSE coalesce((SELECT max((said ->> 'at')::timestamptz)
                            FROM jsonb_array_elements(document -> 'verifications') AS v (said)),
                         (pg_temp.bill(document) ->> 'submittedAt')::timestamptz)
       END;
UPDATE invoice_line AS line
   SET service_from = (pg_temp.bill(i.document) -> 'lines' -> (line.place - 1) ->> 'serviceFrom')::date,
       service_until = (pg_temp.bill(i.document) -> 'lines' -> (line.place - 1) ->> 'serviceUntil')::date,
       claimed_cents = CASE i.state WHEN 'rejected' THEN 0 ELSE line.amount_cents END,
       paid_cents = CASE i.state WHEN 'paid' THEN line.amount_cents ELSE 0 END
  FROM invoice AS i
 WHERE i.id = line.invoice_id;
INSERT INTO invoice_payment (id, invoice_id, reference, paid_on, cents, from_before)
SELECT (document #>> '{settlement,payments,0,id}')::uuid, id, document #>> '{settlement,payments,0,reference}',
       (document #>> '{settlement,payments,0,paidOn}')::date, amount_cents, true
  FROM invoice WHERE state = 'paid';
INSERT INTO invoice_payment_part (payment_id, invoice_id, place, cents)
SELECT p.id, l.invoice_id, l.place, l.amount_cents
  FROM invoice_payment p JOIN invoice_line l ON l.invoice_id = p.invoice_id;

ALTER TABLE invoice ALTER COLUMN submitted_at SET NOT NULL, ALTER COLUMN waiting_since SET NOT NULL;
ALTER TABLE invoice_line
    ALTER COLUMN service_from SET NOT NULL,
    ALTER COLUMN service_until SET NOT NULL,
    ALTER COLUMN claimed_cents SET NOT NULL,
    ADD CONSTRAINT invoice_line_claims_at_most_what_it_asks CHECK (claimed_cents BETWEEN 0 AND amount_cents),
    ADD CONSTRAINT invoice_line_is_paid_at_most_what_it_claims CHECK (paid_cents BETWEEN 0 AND claimed_cents),
    ADD CONSTRAINT invoice_line_gives_back_at_most_what_was_paid CHECK (returned_cents BETWEEN 0 AND paid_cents);
GRANT UPDATE (claimed_cents, paid_cents, returned_cents) ON invoice_line TO ${app_role};

-- A credit note finds the payments that it corrects by their cause.
CREATE INDEX transfer_of_payment ON transfer (cause) WHERE debit = 'encumbered' AND credit = 'expended';

-- How the ageing of invoices is cut, in days since submission (docs/policy/invoices.md §7).
CREATE TABLE ageing_band (
    from_days  integer NOT NULL CONSTRAINT ageing_band_is_known_by_its_first_day PRIMARY KEY,
    until_days integer CONSTRAINT ageing_band_ends_after_it_begins CHECK (until_days >= from_days)
);
INSERT INTO ageing_band (from_days, until_days) VALUES (0, 30), (31, 60), (61, 90), (91, NULL);
REVOKE ALL ON ageing_band FROM ${app_role};
GRANT SELECT ON ageing_band TO ${app_role};

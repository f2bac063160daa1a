-- Who belonged to a bidder when it put its bid in: leaving the partner afterwards does not make them free to decide.
CREATE TABLE bidder_member (
    tender_id  uuid NOT NULL CONSTRAINT bidder_member_is_of_a_tender REFERENCES tender (id),
    partner_id uuid NOT NULL,
    issuer     text NOT NULL,
    subject    text NOT NULL,
    CONSTRAINT bidder_member_is_kept_once PRIMARY KEY (tender_id, issuer, subject, partner_id)
);
REVOKE UPDATE, DELETE, TRUNCATE ON bidder_member FROM ${app_role};

-- Bids that are in the box already: as far as it is known now.
INSERT INTO bidder_member (tender_id, partner_id, issuer, subject)
SELECT DISTINCT b.tender_id, m.partner_id, m.issuer, m.subject
  FROM sealed_bid b JOIN partner_member m ON m.partner_id = b.partner_id
 WHERE b.withdraws IS NULL;

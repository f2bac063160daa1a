-- Who acts for which partner organisation: portfolio-service's records, spread by PartnerRegistered and
-- PartnerMembersChanged. A partner's role comes from the token; the organisation never does.
CREATE TABLE partner_member (
    issuer     text NOT NULL,
    subject    text NOT NULL,
    partner_id uuid NOT NULL,
    CONSTRAINT partner_member_pk PRIMARY KEY (issuer, subject, partner_id)
);

CREATE INDEX partner_member_of_partner ON partner_member (partner_id);

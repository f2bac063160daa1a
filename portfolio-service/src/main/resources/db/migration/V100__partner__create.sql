-- An organisation that offers programs. Who acts for it is in partner_member, which every service has.
CREATE TABLE partner (
    id            uuid        NOT NULL CONSTRAINT partner_pkey PRIMARY KEY,
    name          text        NOT NULL CONSTRAINT partner_name_not_blank CHECK (length(btrim(name)) BETWEEN 1 AND 200),
    kind          text        NOT NULL CONSTRAINT partner_kind_known
                              CHECK (kind IN ('community-based-organization', 'college-or-university', 'business',
                                              'hospital', 'government-agency', 'cultural-institution', 'nonprofit',
                                              'faith-based')),
    -- Personal data: the door shows it to the partner's members and the partnerships team only.
    contact_email text,
    registered_at timestamptz NOT NULL,
    modified_at   timestamptz NOT NULL,
    version       bigint      NOT NULL
);

CREATE UNIQUE INDEX partner_name_unique ON partner (lower(name));

REVOKE DELETE, TRUNCATE ON partner FROM ${app_role};

-- Where a person's role applies, and from when to when: what the owners of the facts (council membership,
-- supervisor assignment, partner membership) said. A role itself comes from the token; the place never does.
CREATE TABLE scope_record (
    issuer      text NOT NULL,
    subject     text NOT NULL,
    role        text NOT NULL,
    school_code text NOT NULL CONSTRAINT scope_record_school_code_has_eight_digits CHECK (school_code ~ '^[0-9]{8}$'),
    valid_from  date NOT NULL,
    valid_until date CONSTRAINT scope_record_ends_after_its_begin CHECK (valid_until >= valid_from), -- last day that counts; null: until further notice
    CONSTRAINT scope_record_pk PRIMARY KEY (issuer, subject, role, school_code, valid_from)
);

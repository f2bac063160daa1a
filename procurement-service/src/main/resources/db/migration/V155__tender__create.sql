-- A public invitation with sealed bids. A published one is closed by its deadline, without a word in the table.
CREATE TABLE tender (
    id           uuid        NOT NULL CONSTRAINT tender_is_known_by_its_id PRIMARY KEY,
    process_id   uuid        CONSTRAINT tender_is_of_a_process REFERENCES contracting_process (id),
    service_area text        NOT NULL,
    closes_at    timestamptz NOT NULL,
    state        text        NOT NULL CONSTRAINT tender_state_known CHECK (state IN
                             ('drafted', 'published', 'closed', 'opened', 'evaluated', 'prices-opened', 'awarded', 'cancelled')),
    published    boolean     NOT NULL,
    document     jsonb       NOT NULL,
    modified_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    version      bigint      NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX tender_is_one_per_process ON tender (process_id) WHERE state <> 'cancelled';
REVOKE DELETE, TRUNCATE ON tender FROM ${app_role};

-- Who asked is kept nowhere.
CREATE TABLE tender_question (
    id          uuid        NOT NULL CONSTRAINT tender_question_is_known_by_its_id PRIMARY KEY,
    tender_id   uuid        NOT NULL CONSTRAINT tender_question_is_about_a_tender REFERENCES tender (id),
    question    text        NOT NULL,
    asked_at    timestamptz NOT NULL,
    answer      text,
    answered_at timestamptz,
    CONSTRAINT tender_question_is_answered_at_a_time CHECK ((answer IS NULL) = (answered_at IS NULL))
);
CREATE INDEX tender_question_of_tender ON tender_question (tender_id);
REVOKE UPDATE, DELETE, TRUNCATE ON tender_question FROM ${app_role};
GRANT UPDATE (answer, answered_at) ON tender_question TO ${app_role};

-- The box: envelopes as bidders sealed them. The newest row of a bidder counts; one that withdraws another counts as none.
CREATE TABLE sealed_bid (
    number           bigint      NOT NULL GENERATED ALWAYS AS IDENTITY,
    id               uuid        NOT NULL CONSTRAINT sealed_bid_is_known_by_its_id PRIMARY KEY,
    tender_id        uuid        NOT NULL CONSTRAINT sealed_bid_is_for_a_tender REFERENCES tender (id),
    partner_id       uuid        NOT NULL,
    withdraws        uuid        CONSTRAINT sealed_bid_withdraws_a_bid REFERENCES sealed_bid (id),
    technical        bytea       CONSTRAINT sealed_bid_technical_is_bounded CHECK (octet_length(technical) <= 4200000),
    technical_sha256 text,
    price            bytea       CONSTRAINT sealed_bid_price_is_bounded CHECK (octet_length(price) <= 4200000),
    price_sha256     text,
    issuer           text        NOT NULL,
    subject          text        NOT NULL,
    submitted_at     timestamptz NOT NULL,
    CONSTRAINT sealed_bid_has_a_price_or_withdraws CHECK ((price IS NULL) = (withdraws IS NOT NULL))
);
CREATE INDEX sealed_bid_of_bidder ON sealed_bid (tender_id, partner_id, number DESC);
REVOKE UPDATE, DELETE, TRUNCATE ON sealed_bid FROM ${app_role};

-- The two officers at an opening, and the share that each of them handed in per envelope.
CREATE TABLE opening_turn (
    tender_id uuid        NOT NULL CONSTRAINT opening_turn_is_of_a_tender REFERENCES tender (id),
    part      text        NOT NULL CONSTRAINT opening_turn_part_known CHECK (part IN ('technical', 'price')),
    key       integer     NOT NULL CONSTRAINT opening_turn_is_of_two CHECK (key IN (0, 1)),
    issuer    text        NOT NULL,
    subject   text        NOT NULL,
    witnesses jsonb       NOT NULL,
    at        timestamptz NOT NULL,
    CONSTRAINT opening_turn_is_one_per_key PRIMARY KEY (tender_id, part, key),
    CONSTRAINT opening_turn_is_one_per_officer UNIQUE (tender_id, part, issuer, subject)
);
REVOKE UPDATE, DELETE, TRUNCATE ON opening_turn FROM ${app_role};

CREATE TABLE opening_share (
    tender_id uuid    NOT NULL,
    part      text    NOT NULL,
    key       integer NOT NULL,
    bid_id    uuid    NOT NULL CONSTRAINT opening_share_is_of_a_bid REFERENCES sealed_bid (id),
    share     bytea,
    why       text,
    CONSTRAINT opening_share_is_one_per_bid PRIMARY KEY (tender_id, part, key, bid_id),
    CONSTRAINT opening_share_is_handed_in_at_an_opening FOREIGN KEY (tender_id, part, key) REFERENCES opening_turn,
    CONSTRAINT opening_share_is_there_or_says_why CHECK ((share IS NULL) <> (why IS NULL))
);
REVOKE UPDATE, DELETE, TRUNCATE ON opening_share FROM ${app_role};

CREATE TABLE opened_envelope (
    bid_id  uuid  NOT NULL CONSTRAINT opened_envelope_is_of_a_bid REFERENCES sealed_bid (id),
    part    text  NOT NULL CONSTRAINT opened_envelope_part_known CHECK (part IN ('technical', 'price')),
    content bytea NOT NULL,
    CONSTRAINT opened_envelope_is_one_per_part PRIMARY KEY (bid_id, part)
);
REVOKE UPDATE, DELETE, TRUNCATE ON opened_envelope FROM ${app_role};

-- From whom schools call off, until when, at which unit prices.
CREATE TABLE framework_award (
    id           uuid  NOT NULL CONSTRAINT framework_award_is_known_by_its_id PRIMARY KEY,
    tender_id    uuid  NOT NULL CONSTRAINT framework_award_is_of_a_tender REFERENCES tender (id),
    service_area text  NOT NULL,
    from_day     date  NOT NULL,
    until_day    date  NOT NULL,
    document     jsonb NOT NULL
);
CREATE INDEX framework_award_of_tender ON framework_award (tender_id);
REVOKE UPDATE, DELETE, TRUNCATE ON framework_award FROM ${app_role};

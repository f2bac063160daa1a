-- A motion to approve a selection, its ballots, and what became of it.
CREATE TABLE motion (
    id                uuid        NOT NULL CONSTRAINT motion_pkey PRIMARY KEY,
    meeting_id        uuid        NOT NULL REFERENCES meeting (id),
    school_code       text        NOT NULL,
    selection_id      uuid        NOT NULL REFERENCES selection (id),
    content_version   integer     NOT NULL,
    digest            text        NOT NULL,
    opened_issuer     text        NOT NULL,
    opened_subject    text        NOT NULL,
    opened_at         timestamptz NOT NULL,
    entered_issuer    text,
    entered_subject   text,
    confirmed_issuer  text,
    confirmed_subject text,
    result            text        CONSTRAINT motion_result_known
                                  CHECK (result IN ('passed', 'lost', 'no-quorum', 'blocked')),
    account_needed    boolean,
    voting_members    integer,
    seated            integer,
    present           integer,
    teachers          integer,
    parents           integer,
    yes               integer,
    no                integer,
    abstained         integer,
    recused           integer,
    closed_at         timestamptz,
    account_text      text,
    account_meeting   uuid,
    account_issuer    text,
    account_subject   text,
    account_at        timestamptz,
    version           bigint      NOT NULL,
    CONSTRAINT motion_is_one_per_meeting_and_selection UNIQUE (meeting_id, selection_id),
    CONSTRAINT motion_is_counted_iff_closed CHECK (
        num_nonnulls(result, account_needed, voting_members, seated, present, teachers, parents, yes, no, abstained,
            recused, closed_at) IN (0, 12)),
    CONSTRAINT motion_account_only_if_needed CHECK (account_text IS NULL OR account_needed)
);

CREATE INDEX motion_by_school ON motion (school_code, id);
CREATE INDEX motion_by_selection ON motion (selection_id, id);

CREATE TABLE motion_ballot (
    motion_id uuid    NOT NULL REFERENCES motion (id),
    place     integer NOT NULL,
    seat_id   uuid    NOT NULL,
    vote      text    NOT NULL CONSTRAINT motion_ballot_vote_known CHECK (vote IN ('yes', 'no', 'abstain', 'recused')),
    own       boolean NOT NULL,
    tie       text    CONSTRAINT motion_ballot_recusal_names_its_tie CHECK (tie IS NOT NULL OR vote <> 'recused'),
    CONSTRAINT motion_ballot_pkey PRIMARY KEY (motion_id, place)
);

CREATE TABLE motion_reason (
    motion_id uuid    NOT NULL REFERENCES motion (id),
    place     integer NOT NULL,
    reason    text    NOT NULL,
    CONSTRAINT motion_reason_pkey PRIMARY KEY (motion_id, place)
);

REVOKE DELETE, TRUNCATE ON motion FROM ${app_role};
REVOKE UPDATE, DELETE, TRUNCATE ON motion_reason FROM ${app_role};

-- What a version says was considered, and who of the community took part, without names. Only ever added.
CREATE TABLE selection_option (
    selection_id    uuid    NOT NULL REFERENCES selection (id),
    place           integer NOT NULL,
    content_version integer NOT NULL,
    program_id      uuid,
    name            text    NOT NULL,
    chosen          boolean NOT NULL,
    reason          text    NOT NULL,
    CONSTRAINT selection_option_pkey PRIMARY KEY (selection_id, place)
);

CREATE TABLE selection_community (
    selection_id    uuid    NOT NULL REFERENCES selection (id),
    place           integer NOT NULL,
    content_version integer NOT NULL,
    role            text    NOT NULL CONSTRAINT selection_community_role_known
                            CHECK (role IN ('family', 'student', 'teacher', 'other-staff', 'partner', 'neighbour')),
    people          integer CONSTRAINT selection_community_people_from_one CHECK (people >= 1),
    how             text,
    CONSTRAINT selection_community_pkey PRIMARY KEY (selection_id, place),
    CONSTRAINT selection_community_says_how_many_or_how CHECK (people IS NOT NULL OR how IS NOT NULL)
);

REVOKE UPDATE, DELETE, TRUNCATE ON selection_option, selection_community FROM ${app_role};

-- How an index set was computed. A computation never changes.
CREATE TABLE index_computation (
    index_set_id    uuid   NOT NULL CONSTRAINT index_computation_pkey PRIMARY KEY REFERENCES index_set (id),
    model_id        uuid   NOT NULL REFERENCES index_model (id),
    tract_set_id    uuid   NOT NULL REFERENCES tract_set (id),
    pupils          bigint NOT NULL CONSTRAINT index_computation_shows_no_fewer_than_ten CHECK (pupils >= 10),
    students_digest text   NOT NULL,
    result_digest   text   NOT NULL,
    kept_until      timestamptz
);

CREATE INDEX index_computation_by_model ON index_computation (model_id);
CREATE INDEX scenario_by_index_set ON scenario (index_set_id);

-- What a school got beside its index: its pupils and the means of their components and index in whole billionths;
-- nothing where its pupils are too few to be shown.
CREATE TABLE computed_index (
    index_set_id uuid    NOT NULL REFERENCES index_computation (index_set_id),
    school_code  text    NOT NULL,
    pupils       bigint  CONSTRAINT computed_index_shows_no_fewer_than_ten CHECK (pupils >= 10),
    neighborhood integer,
    individual   integer,
    performance  integer,
    exact        integer,
    CONSTRAINT computed_index_pkey PRIMARY KEY (index_set_id, school_code),
    CONSTRAINT computed_index_of_that_set
        FOREIGN KEY (index_set_id, school_code) REFERENCES school_index (index_set_id, school_code),
    CONSTRAINT computed_index_all_or_nothing
        CHECK (num_nonnulls(pupils, neighborhood, individual, performance, exact) IN (0, 5))
);

REVOKE UPDATE, DELETE, TRUNCATE ON index_computation, computed_index FROM ${app_role};

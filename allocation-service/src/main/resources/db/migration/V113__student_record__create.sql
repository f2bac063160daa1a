-- Pupils behind a computation, only while the setting fund.students.retention says so: a pseudonymous key, school, home
-- tract, and the indicators in whole millionths in the order of the model, divided by semicolons, empty where missing.
CREATE TABLE student_record (
    index_set_id uuid             NOT NULL REFERENCES index_computation (index_set_id),
    student_key  text COLLATE "C" NOT NULL,
    school_code  text             NOT NULL,
    tract_geoid  text,
    indicators   text             NOT NULL,
    CONSTRAINT student_record_pkey PRIMARY KEY (index_set_id, student_key)
);

REVOKE UPDATE, TRUNCATE ON student_record FROM ${app_role};

-- While an upload is read its pupils are in a temporary table, which PostgreSQL drops at the end of the transaction.
DO $$
BEGIN
    EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO ${app_role}', current_database());
END
$$;

-- What the handlers of the tests did, in the order in which they did it; nothing keeps an effect from being there twice.
CREATE TABLE effect (
    n        bigint NOT NULL GENERATED ALWAYS AS IDENTITY CONSTRAINT effect_pk PRIMARY KEY,
    event_id text   NOT NULL,
    subject  text   NOT NULL,
    note     text   NOT NULL
);
CREATE INDEX effect_by_subject ON effect (subject);

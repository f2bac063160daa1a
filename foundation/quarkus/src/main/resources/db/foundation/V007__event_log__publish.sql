-- What the relay may see: the inserts of event_log, by column; seq is ours alone.
CREATE PUBLICATION event_log_publication
    FOR TABLE event_log (id, topic, subject, type, source, specversion, content_type, at, traceparent, payload)
    WITH (publish = 'insert');

GRANT USAGE ON SCHEMA public TO ${relay_role};
GRANT SELECT ON event_log TO ${relay_role};

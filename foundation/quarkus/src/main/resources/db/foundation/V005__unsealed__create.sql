-- The queue of the sealer: every row of both logs that has no position yet, put here by trigger so that no writer can
-- forget it. Rows become visible when their transaction commits, whatever the order of their seq.
CREATE TABLE unsealed (
    seq bigint NOT NULL CONSTRAINT unsealed_pk PRIMARY KEY,
    log text   NOT NULL CONSTRAINT unsealed_log_is_known CHECK (log IN ('event', 'audit'))
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);

-- SECURITY DEFINER: the application may take rows out (the sealer does) but not put any in.
CREATE FUNCTION queue_for_sealing() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
    INSERT INTO public.unsealed (seq, log) VALUES (NEW.seq, TG_ARGV[0]);
    RETURN NULL;
END
$$;

CREATE TRIGGER event_log_is_queued AFTER INSERT ON event_log
    FOR EACH ROW EXECUTE FUNCTION queue_for_sealing('event');
CREATE TRIGGER audit_log_is_queued AFTER INSERT ON audit_log
    FOR EACH ROW EXECUTE FUNCTION queue_for_sealing('audit');

REVOKE INSERT, UPDATE ON unsealed FROM ${app_role};

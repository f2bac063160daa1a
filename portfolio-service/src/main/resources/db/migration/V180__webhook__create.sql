-- Where a partner's own systems are told of what happens to it (docs/policy/webhooks.md).
CREATE TABLE webhook (
    id          uuid        NOT NULL CONSTRAINT webhook_pkey PRIMARY KEY,
    partner_id  uuid        NOT NULL REFERENCES partner (id),
    url         text        NOT NULL CONSTRAINT webhook_url_is_short CHECK (length(url) BETWEEN 1 AND 500),
    topics      text[]      NOT NULL CONSTRAINT webhook_topics_known
                            CHECK (topics <@ ARRAY['application.changed', 'selection.approved', 'selection.withdrawn',
                                                   'contract.executed', 'invoice.paid'] AND cardinality(topics) > 0),
    off_reason  text,
    off_since   timestamptz,
    created_at  timestamptz NOT NULL,
    version     bigint      NOT NULL,
    CONSTRAINT webhook_off_has_reason_and_day CHECK ((off_reason IS NULL) = (off_since IS NULL))
);

CREATE INDEX webhook_by_partner ON webhook (partner_id, id);

-- The secrets themselves, because whoever signs needs them; never in an answer again, an audit row or a log.
CREATE TABLE webhook_secret (
    webhook_id uuid    NOT NULL REFERENCES webhook (id) ON DELETE CASCADE,
    place      integer NOT NULL,
    text       text    NOT NULL,
    until      timestamptz,
    CONSTRAINT webhook_secret_pkey PRIMARY KEY (webhook_id, place)
);

-- One message to one webhook, from when it happened until it was taken or given up. Sent to nobody who did not ask for
-- it when it happened. Times are the real clock's, because the partner's systems live by it.
CREATE TABLE webhook_delivery (
    place           bigint      GENERATED ALWAYS AS IDENTITY CONSTRAINT webhook_delivery_pkey PRIMARY KEY,
    webhook_id      uuid        NOT NULL REFERENCES webhook (id) ON DELETE CASCADE,
    message_id      uuid        NOT NULL,
    topic           text        NOT NULL,
    data            text        NOT NULL,
    happened_at     timestamptz NOT NULL,
    put_down_at     timestamptz NOT NULL DEFAULT now(),
    state           text        NOT NULL DEFAULT 'waiting'
                                CONSTRAINT webhook_delivery_state_known CHECK (state IN ('waiting', 'delivered', 'given-up')),
    attempts        integer     NOT NULL DEFAULT 0,
    next_attempt_at timestamptz DEFAULT now(),
    status          integer,
    fault           text,
    delivered_at    timestamptz,
    CONSTRAINT webhook_delivery_waits_for_its_next_attempt CHECK ((state = 'waiting') = (next_attempt_at IS NOT NULL)),
    CONSTRAINT webhook_delivery_delivered_once CHECK ((state = 'delivered') = (delivered_at IS NOT NULL)),
    CONSTRAINT webhook_delivery_told_once UNIQUE (webhook_id, message_id)
);

CREATE INDEX webhook_delivery_due ON webhook_delivery (webhook_id, next_attempt_at, place) WHERE state = 'waiting';
CREATE INDEX webhook_delivery_of_webhook ON webhook_delivery (webhook_id, place DESC);

-- Whose programs an approved selection has, until it is taken back: the event of that names no partner.
CREATE TABLE chosen_partner (
    selection_id uuid NOT NULL,
    partner_id   uuid NOT NULL,
    CONSTRAINT chosen_partner_pkey PRIMARY KEY (selection_id, partner_id)
);

-- Puts one message down for every webhook of the partner that is on and asked for the topic; in the transaction of the
-- cause, so that nothing is told that did not happen and nothing that happened is forgotten.
CREATE FUNCTION tell_partner(told_partner uuid, told_message uuid, told_topic text, told_data text, told_at timestamptz)
    RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    INSERT INTO public.webhook_delivery (webhook_id, message_id, topic, data, happened_at)
    SELECT id, told_message, told_topic, told_data, told_at
      FROM public.webhook WHERE partner_id = told_partner AND off_since IS NULL AND told_topic = ANY (topics)
    ON CONFLICT ON CONSTRAINT webhook_delivery_told_once DO NOTHING
$$;

-- By trigger, so that no change of an application's state can forget to say so.
CREATE FUNCTION tell_of_application() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
    PERFORM public.tell_partner(NEW.partner_id, gen_random_uuid(), 'application.changed',
        json_build_object('applicationId', NEW.id, 'programId', NEW.program_id, 'cycleId', NEW.cycle_id,
                          'state', NEW.state, 'version', NEW.version)::text, NEW.changed_at);
    RETURN NULL;
END
$$;

CREATE TRIGGER application_says_so_when_made AFTER INSERT ON application
    FOR EACH ROW EXECUTE FUNCTION tell_of_application();
CREATE TRIGGER application_says_so_when_its_state_changes AFTER UPDATE ON application
    FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION tell_of_application();

REVOKE TRUNCATE ON webhook, webhook_secret, webhook_delivery, chosen_partner FROM ${app_role};
REVOKE INSERT, DELETE ON webhook_delivery FROM ${app_role};

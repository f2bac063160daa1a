-- Partners are told of purchase orders, amendments and the end of contracts (docs/policy/webhooks.md §1.3).
ALTER TABLE webhook DROP CONSTRAINT webhook_topics_known;
ALTER TABLE webhook ADD CONSTRAINT webhook_topics_known
    CHECK (topics <@ ARRAY['application.changed', 'selection.approved', 'selection.withdrawn', 'contract.executed',
                           'contract.ordered', 'contract.amended', 'contract.terminated', 'contract.completed',
                           'invoice.paid'] AND cardinality(topics) > 0);

-- A contract that is amended or ends has another amount and perhaps another last day.
GRANT UPDATE (cents, ends_on) ON heard_contract TO ${app_role};

package org.partnershipfund.procurement.adapter.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.partnershipfund.procurement.fixtures.Policy;
import org.partnershipfund.procurement.rules.ProcurementRules;
import org.partnershipfund.testkit.BackboneResource;

/** The rules that run are the rules that people read. */
@QuarkusTest
@WithTestResource(value = BackboneResource.class, initArgs = @ResourceArg(name = "service", value = "procurement"))
class RulesInPostgresIT {

    @Inject
    ProcurementRules rules;

    @Test
    void the_table_holds_exactly_the_rules_of_the_policy() {
        assertThat(rules.all().rules())
                .containsExactlyInAnyOrderElementsOf(Policy.rules().rules());
    }
}

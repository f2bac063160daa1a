package org.partnershipfund.approval;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.util.Set;
import org.partnershipfund.testkit.BackboneResource;
import org.partnershipfund.testkit.ProblemAnswersContract;

/** Every no of the service as it is shipped. */
@QuarkusIntegrationTest
@WithTestResource(value = BackboneResource.class, initArgs = @ResourceArg(name = "service", value = "approval"))
class PackagedServiceIT extends ProblemAnswersContract {

    /** NeedsAndSuggestionsIT, HelpForSchoolsIT and ContactWithSchoolsIT ask them. */
    @Override
    protected Set<String> listsBelowAPathParameter() {
        return Set.of(
                "/schools/{schoolCode}/suggestions",
                "/schools/{schoolCode}/bookings",
                "/schools/{schoolCode}/matching-meetings",
                "/help-sessions/{id}/bookings");
    }
}

package org.partnershipfund.allocation;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.partnershipfund.allocation.adapter.Backbone;
import org.partnershipfund.testkit.ProblemAnswersContract;

/** Every no of the service as it is shipped. */
@Backbone
@QuarkusIntegrationTest
class PackagedServiceIT extends ProblemAnswersContract {}

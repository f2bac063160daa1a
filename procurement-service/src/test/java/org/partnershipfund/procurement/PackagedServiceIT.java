package org.partnershipfund.procurement;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.partnershipfund.testkit.BackboneResource;
import org.partnershipfund.testkit.ProblemAnswersContract;

/** Every no of the service as it is shipped. */
@QuarkusIntegrationTest
@WithTestResource(value = BackboneResource.class, initArgs = @ResourceArg(name = "service", value = "procurement"))
class PackagedServiceIT extends ProblemAnswersContract {}

package org.partnershipfund.portfolio;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.partnershipfund.testkit.BackboneResource;
import org.partnershipfund.testkit.ServiceStartsContract;

/** The service stands on the foundation. */
@QuarkusTest
@WithTestResource(value = BackboneResource.class, initArgs = @ResourceArg(name = "service", value = "portfolio"))
class PortfolioStartsIT extends ServiceStartsContract {}

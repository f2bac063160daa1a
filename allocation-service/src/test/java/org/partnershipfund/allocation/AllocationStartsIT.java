package org.partnershipfund.allocation;

import io.quarkus.test.junit.QuarkusTest;
import org.partnershipfund.allocation.adapter.Backbone;
import org.partnershipfund.testkit.ServiceStartsContract;

/** The service stands on the foundation. */
@Backbone
@QuarkusTest
class AllocationStartsIT extends ServiceStartsContract {}

package org.partnershipfund.approval;

import io.quarkus.test.junit.QuarkusTest;
import org.partnershipfund.approval.adapter.Backbone;
import org.partnershipfund.testkit.ServiceStartsContract;

/** The service stands on the foundation. */
@Backbone
@QuarkusTest
class ApprovalStartsIT extends ServiceStartsContract {}

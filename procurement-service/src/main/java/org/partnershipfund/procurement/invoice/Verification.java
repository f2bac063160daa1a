package org.partnershipfund.procurement.invoice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.procurement.contract.Person;

/** A school's word on whether the services were delivered. */
public record Verification(
        SchoolCode school, boolean delivered, @Nullable String note, Person by, Instant at) {}

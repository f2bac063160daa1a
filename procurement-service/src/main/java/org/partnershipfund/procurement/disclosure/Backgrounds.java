package org.partnershipfund.procurement.disclosure;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.procurement.ledger.FundId;
import org.partnershipfund.procurement.ledger.RememberedFund;
import org.partnershipfund.procurement.process.ProcessId;

/** What purchases rest on. */
public interface Backgrounds {

    /** The fund that pays; read apart from {@code RememberedFunds}, whose session cannot begin at a transaction's end. */
    RememberedFund fund(FundId fund);

    /** What this process rests on, with the lines of these schools in the fund. */
    Background of(ProcessId process, FundId fund, Set<SchoolCode> schools);

    /**
     * Remembers the steps by which a version of a selection was approved; told again, it changes nothing.
     *
     * @param decided when, by step
     */
    void remember(UUID selection, int version, SchoolCode school, Map<String, Instant> decided);
}

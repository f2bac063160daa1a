package org.partnershipfund.procurement.disclosure;

import java.time.ZoneId;

/**
 * Who buys and publishes, as an operator has set it.
 *
 * @param prefix what the publisher's ocids begin with; registered with the standard's helpdesk before production
 * @param zone where its days begin
 * @param address where its public doors are, such as {@code https://procurement.district.example}
 * @param scheme of the district's identifier
 * @param identifier the district's number in that scheme
 * @param district the district, which is the buyer
 * @param office the office that runs its procurements
 * @param payer who pays its invoices
 * @param schoolScheme the list that school codes come from
 */
public record Publisher(
        String prefix,
        ZoneId zone,
        String address,
        String scheme,
        String identifier,
        String district,
        String office,
        String payer,
        String schoolScheme) {}

package org.partnershipfund.procurement.adapter;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** As whom the district publishes what it buys (docs/policy/disclosure.md §1). */
@ConfigMapping(prefix = "fund.disclosure")
public interface DisclosureSettings {

    /**
     * What every ocid begins with. The one of the standard's own examples, for trials: production registers its own with
     * the Open Contracting helpdesk, once, before the first release, and never changes it.
     */
    @WithDefault("ocds-213czf")
    String ocidPrefix();

    /** Where the public reaches this service, without a slash at the end; it stands in releases for ever. */
    @WithDefault("http://127.0.0.1:8084")
    String address();

    /** The list that the district's identifier comes from, a code of org-id.guide. */
    @WithDefault("US-USAGOV")
    String scheme();

    /** The district's identifier in that list. Example: production sets its own. */
    @WithDefault("boston-public-schools")
    String identifier();

    /** The district. */
    @WithDefault("Boston Public Schools")
    String district();

    /** The office that runs its procurements. */
    @WithDefault("Boston Public Schools, Business Services")
    String office();

    /** Who pays its invoices. */
    @WithDefault("City of Boston, Treasury")
    String payer();

    /** The list that school codes come from. */
    @WithDefault("US-MA-DESE")
    String schoolScheme();

    /** Under which licence the data may be used. */
    @WithDefault("https://creativecommons.org/publicdomain/zero/1.0/")
    String license();

    /** Where the publication policy can be read. */
    @WithDefault("https://github.com/partnership-fund/partnership-fund/blob/main/docs/policy/disclosure.md")
    String policy();
}

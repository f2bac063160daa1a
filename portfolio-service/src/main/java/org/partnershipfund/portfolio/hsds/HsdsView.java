package org.partnershipfund.portfolio.hsds;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.portfolio.catalogue.PartnershipId;
import org.partnershipfund.portfolio.partner.Partner;
import org.partnershipfund.portfolio.partner.PartnerId;
import org.partnershipfund.portfolio.program.ProgramId;

/** The lists of HSDS, which are counted and paged by number; all by id. */
public interface HsdsView {

    /** Programs. */
    Slice<ProgramId> services(Filter filter, long offset, int limit);

    /**
     * Partnerships, each a program at a school.
     *
     * @param since the first fiscal year
     */
    Slice<PartnershipId> servicesAtLocations(Filter filter, FiscalYear since, long offset, int limit);

    /** Partners, by the words of {@link org.partnershipfund.portfolio.partner.Partners.Filter}. */
    Slice<Partner.Title> organizations(Optional<String> search, long offset, int limit);

    /**
     * Which services a list has; all conditions hold together.
     *
     * @param search as a search for programs has it (catalogue §4.2), without typos
     * @param terms of which the program has at least one: service areas, sub-terms and grades by their words; empty for
     *     every program
     * @param modifiedSince changed at this instant or later
     */
    record Filter(
            Optional<String> search,
            Optional<Set<Term>> terms,
            Optional<PartnerId> organization,
            Optional<Instant> modifiedSince) {}
}

package org.partnershipfund.portfolio.vetting;

import java.time.Instant;
import org.partnershipfund.portfolio.cycle.CycleId;
import org.partnershipfund.portfolio.cycle.Delivery;
import org.partnershipfund.portfolio.partner.PartnerId;
import org.partnershipfund.portfolio.partner.Person;
import org.partnershipfund.portfolio.program.ProgramId;
import org.partnershipfund.portfolio.program.ServiceArea;

/**
 * That a program applies, for what, and what can be counted of it.
 *
 * @param partner of the program
 * @param category its code in the cycle
 * @param area that the program serves
 * @param by who said so
 */
public record Intent(
        ProgramId program,
        PartnerId partner,
        CycleId cycle,
        String category,
        ServiceArea area,
        Delivery delivery,
        Person by,
        Instant at) {}

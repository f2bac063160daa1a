package org.partnershipfund.portfolio.catalogue;

import java.util.Set;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.portfolio.partner.PartnerId;
import org.partnershipfund.portfolio.partner.Reach;

/**
 * For which partnerships somebody may speak (catalogue §5.4).
 *
 * @param team whether they are of the partnerships team, which may for all
 * @param led the schools that they lead today
 * @param partners those they act for
 */
public record Standing(boolean team, Set<SchoolCode> led, Reach partners) {

    public Standing {
        led = Set.copyOf(led);
    }

    /** Whether they may register or change a partnership of that partner at that school. */
    public boolean speaksFor(SchoolCode school, PartnerId partner) {
        return team || led.contains(school) || partners.covers(partner);
    }

    /** Whether they may verify and rate what took place at that school: only who leads it. */
    public boolean speaksForSchool(SchoolCode school) {
        return led.contains(school);
    }
}

package org.partnershipfund.portfolio.catalogue;

import java.util.Optional;
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

    /** In whose name they register or change a partnership of that partner at that school; empty if they may not. */
    public Optional<Voice> voice(SchoolCode school, PartnerId partner) {
        if (led.contains(school)) {
            return Optional.of(Voice.SCHOOL);
        }
        if (team) {
            return Optional.of(Voice.TEAM);
        }
        return partners.covers(partner) ? Optional.of(Voice.PARTNER) : Optional.empty();
    }

    /** Whether they may register or change a partnership of that partner at that school. */
    public boolean speaksFor(SchoolCode school, PartnerId partner) {
        return voice(school, partner).isPresent();
    }

    /** Whether they may verify and rate what took place at that school: only who leads it. */
    public boolean speaksForSchool(SchoolCode school) {
        return led.contains(school);
    }
}

package org.partnershipfund.portfolio.edition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.portfolio.cycle.Cycle;
import org.partnershipfund.portfolio.cycle.CycleId;
import org.partnershipfund.portfolio.edition.EditionRefusal.CycleStillOpen;
import org.partnershipfund.portfolio.edition.EditionRefusal.EditionUnchanged;
import org.partnershipfund.portfolio.edition.EditionRefusal.EmptyMenu;
import org.partnershipfund.portfolio.partner.Person;
import org.partnershipfund.portfolio.program.OfferedProgram;

/**
 * The whole menu of a day, as a cycle published it. It never changes; a later one of the same cycle has a number of its own.
 *
 * @param document the menu with its prices, JSON; what the digest is of
 */
public record Edition(Title title, String document) {

    /**
     * Which edition it is.
     *
     * @param number 1 for a cycle's first, without gaps
     * @param day whose menu it is
     * @param programs how many are on it; 1 or more
     * @param digest SHA-256 of the document in hexadecimal
     */
    public record Title(
            EditionId id,
            CycleId cycle,
            int number,
            LocalDate day,
            int programs,
            String digest,
            Person by,
            Instant at) {

        public Title {
            if (number < 1 || programs < 1) {
                throw new IllegalArgumentException("an edition has a number from 1 on and a program");
            }
        }
    }

    /**
     * Publishes the menu of today (§5.8).
     *
     * @param newest of the cycle's editions, if there is one
     * @param menu each vetted today
     * @param today the day in the district
     */
    public static Decision<Edition> publish(
            EditionId id,
            Cycle cycle,
            Optional<Title> newest,
            List<OfferedProgram> menu,
            Scribe scribe,
            Person by,
            LocalDate today,
            Instant at) {
        if (!today.isAfter(cycle.terms().closesOn())) {
            return Decision.refuse(new CycleStillOpen(cycle.id(), cycle.terms().closesOn(), today));
        }
        if (menu.isEmpty()) {
            return Decision.refuse(new EmptyMenu(today));
        }
        String document = scribe.document(cycle, today, menu);
        String digest = scribe.digest(document);
        Optional<Title> same = newest.filter(title -> title.digest().equals(digest));
        if (same.isPresent()) {
            return Decision.refuse(
                    new EditionUnchanged(same.get().id(), same.get().number()));
        }
        int number = newest.map(title -> title.number() + 1).orElse(1);
        return Decision.accept(
                new Edition(new Title(id, cycle.id(), number, today, menu.size(), digest, by, at), document));
    }
}

package org.partnershipfund.procurement.disclosure;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.partnershipfund.procurement.disclosure.Disclosures.Published;
import org.partnershipfund.procurement.disclosure.Tree.Fields;

/**
 * One step into the open: the next release of a process, and what all of them add up to then.
 *
 * @param state as {@link Merging#merged(Fields, Release)} leaves it
 */
public record Publication(Release release, Fields state, Facts facts) {

    /**
     * What the dossier shows that was not published before; empty if that is nothing.
     *
     * @param at now; the release is dated at least a millisecond after the one before, whatever the clock says
     */
    public static Optional<Publication> of(Published published, Dossier dossier, Publisher publisher, Instant at) {
        Fields picture = Picture.of(dossier, publisher);
        Fields news = Difference.between(published.state(), picture);
        if (news.isEmpty()) {
            return Optional.empty();
        }
        // Who buys is said in every release: one that is read by itself is not anonymous.
        Fields body = news.with("buyer", picture.object("buyer"));
        Instant now = at.truncatedTo(ChronoUnit.MILLIS);
        Instant date = published
                .last()
                .map(last -> last.date().plusMillis(1))
                .filter(now::isBefore)
                .orElse(now);
        int number = published.last().map(last -> last.number() + 1).orElse(1);
        var release = new Release(published.ocid(), number, date, Tagging.of(published.state(), news), body);
        return Optional.of(
                new Publication(release, Merging.merged(published.state(), release), Picture.facts(dossier)));
    }
}

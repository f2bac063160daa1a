package org.partnershipfund.procurement.disclosure;

import java.time.Instant;
import java.util.List;
import org.partnershipfund.procurement.disclosure.Tree.Fields;
import org.partnershipfund.procurement.disclosure.Tree.Items;

/**
 * What one step of a purchase told the public; never changed.
 *
 * @param number the how-manieth of its process, from 1
 * @param date when it happened; later than that of every release of the process before
 * @param body everything but the four fields that are about the release itself
 */
public record Release(Ocid ocid, int number, Instant date, List<Tag> tags, Fields body) {

    public Release {
        tags = List.copyOf(tags);
        if (number < 1 || tags.isEmpty()) {
            throw new IllegalArgumentException("release %d of %s with tags %s".formatted(number, ocid, tags));
        }
    }

    /** Its own id, the same for ever. */
    public String id() {
        return id(ocid, number);
    }

    /** The id of a release of a process. */
    public static String id(Ocid ocid, int number) {
        return "%s-%04d".formatted(ocid, number);
    }

    /** The whole release. */
    public Fields tree() {
        return Fields.of(release -> release.put("ocid", ocid.value())
                .put("id", id())
                .put("date", date)
                .put("tag", Items.words(tags.stream().map(Tag::word).toList()))
                .put("initiationType", "tender")
                .putAll(body));
    }
}

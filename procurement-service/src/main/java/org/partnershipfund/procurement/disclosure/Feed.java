package org.partnershipfund.procurement.disclosure;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What was published, for everybody to read; documents as they were written. */
public interface Feed {

    /**
     * A release with its place in the feed.
     *
     * @param place where it stands among all releases; later ones have higher places, whenever they are read
     * @param document the release as JSON
     */
    record Told(long place, Ocid ocid, String id, Instant date, List<Tag> tags, String document) {
        public Told {
            tags = List.copyOf(tags);
        }
    }

    /**
     * What all releases of a process add up to.
     *
     * @param document the compiled release as JSON
     */
    record Compiled(Ocid ocid, int releases, Instant lastAt, String document) {}

    /** Which releases are asked for. */
    record Filter(Optional<Ocid> ocid, Set<Tag> tags, Optional<Instant> since) {
        /** All of them. */
        public static final Filter EVERYTHING = new Filter(Optional.empty(), Set.of(), Optional.empty());

        public Filter {
            tags = Set.copyOf(tags);
        }
    }

    /**
     * Publishes what is noted as due, and gives their places to the releases that were committed meanwhile; in
     * transactions of its own.
     */
    void settle();

    /** Releases by their places. */
    List<Told> releases(Filter filter, long after, int limit);

    /** One release. */
    Optional<Told> release(String id);

    /** The releases of one process, oldest first. */
    List<Told> releases(Ocid ocid);

    /** The releases of several processes, oldest first of each, without their documents. */
    List<Told> heads(List<Ocid> ocids);

    /** The releases of one process, to be merged. */
    List<Release> history(Ocid ocid);

    /** Compiled releases by ocid. */
    List<Compiled> records(Optional<Ocid> after, Optional<Instant> since, int limit);

    /** One compiled release. */
    Optional<Compiled> record(Ocid ocid);
}

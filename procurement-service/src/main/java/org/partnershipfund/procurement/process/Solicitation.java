package org.partnershipfund.procurement.process;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The first asking for offers; its date decides which rules count, for ever. */
public sealed interface Solicitation {

    /** The day whose rules count. */
    LocalDate on();

    /** Offers are asked for one by one, on a written description that names no partner. */
    record QuotesAsked(LocalDate on, String description, List<Asked> asked) implements Solicitation {
        public QuotesAsked {
            asked = List.copyOf(asked);
        }

        /** How many different organisations were asked. */
        public int organisations() {
            return Organisation.distinct(asked.stream().map(Asked::organisation).toList())
                    .size();
        }

        /** Whom of those asked the answer can be from: the partner of its id, else everybody of its name. */
        List<Organisation> asked(Organisation answering) {
            List<Organisation> all = Organisation.distinct(
                    asked.stream().map(Asked::organisation).toList());
            List<Organisation> known = all.stream()
                    .filter(one -> one.partner() != null && one.partner().equals(answering.partner()))
                    .toList();
            return known.isEmpty() ? all.stream().filter(answering::isSame).toList() : known;
        }
    }

    /**
     * Bids or proposals are asked for in public and stay sealed until the opening.
     *
     * @param on the day of the notice
     * @param tender the tender that takes the envelopes in; null if they come to the office on paper
     */
    record NoticePosted(
            LocalDate on,
            Set<String> places,
            Instant opensAt,
            @Nullable UUID tender) implements Solicitation {
        public NoticePosted {
            places = Set.copyOf(places);
        }

        /** Envelopes come to the office on paper. */
        public NoticePosted(LocalDate on, Set<String> places, Instant opensAt) {
            this(on, places, opensAt, null);
        }
    }

    /**
     * Who was asked.
     *
     * @param partner null for an organisation that is not registered
     * @param address where, if it is worth recording
     */
    record Asked(
            @Nullable UUID partner, String name, @Nullable String address) {

        Organisation organisation() {
            return new Organisation(partner, name);
        }
    }
}

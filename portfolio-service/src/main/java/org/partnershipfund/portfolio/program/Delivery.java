package org.partnershipfund.portfolio.program;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * How a program is delivered, as far as its partner says (catalogue §1).
 *
 * @param terms within the program's service area, each once
 * @param languages in which it is given, as ISO 639-1 codes, sorted, each once
 * @param schedule its usual week, by day and time, each session once
 * @param sites besides the schools that choose it
 * @param pupilsPerAdult how many pupils one adult has at most; 1 or more
 */
public record Delivery(
        List<SubTerm> terms,
        List<String> languages,
        List<Session> schedule,
        List<Site> sites,
        Optional<Integer> pupilsPerAdult) {

    /** A program of which nothing of this is known. */
    public static final Delivery UNSAID = new Delivery(List.of(), List.of(), List.of(), List.of(), Optional.empty());

    public Delivery {
        if (pupilsPerAdult.isPresent() && pupilsPerAdult.get() < 1) {
            throw new IllegalArgumentException("an adult has at least one pupil");
        }
        terms = List.copyOf(new TreeSet<>(terms));
        languages = List.copyOf(new TreeSet<>(languages));
        schedule = List.copyOf(new TreeSet<>(schedule));
        sites = List.copyOf(sites);
    }

    /** The first term that is part of another area (§1.2). */
    Optional<SubTerm> termOutside(ServiceArea area) {
        return terms.stream().filter(term -> term.area() != area).findFirst();
    }
}

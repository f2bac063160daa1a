package org.partnershipfund.portfolio.hsds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.partnershipfund.portfolio.program.Grade;
import org.partnershipfund.portfolio.program.ServiceArea;
import org.partnershipfund.portfolio.program.SubTerm;

/**
 * A term by which services are classified.
 *
 * @param parent the service area of a sub-term
 */
public record Term(Taxonomy taxonomy, String code, String name, Optional<String> parent) {

    /** A set of terms. */
    public enum Taxonomy {
        SERVICE_AREA("Service areas", "The district's six service areas with their sub-terms (PartnerBPS)."),
        GRADE("Grades", "The grades of school life, PK to 12.");

        private final String title;
        private final String description;

        Taxonomy(String title, String description) {
            this.title = title;
            this.description = description;
        }

        /** Its name for people. */
        public String title() {
            return title;
        }

        /** What it is. */
        public String description() {
            return description;
        }
    }

    private static final List<Term> ALL = all();

    /** Every term: service areas, their sub-terms, grades; in this order. */
    public static List<Term> every() {
        return ALL;
    }

    /** The term of a service area. */
    public static Term of(ServiceArea area) {
        String name = area.word().replace('-', ' ');
        return new Term(
                Taxonomy.SERVICE_AREA,
                area.word(),
                name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1),
                Optional.empty());
    }

    /** The term of a sub-term. */
    public static Term of(SubTerm term) {
        return new Term(
                Taxonomy.SERVICE_AREA,
                term.word(),
                term.title(),
                Optional.of(term.area().word()));
    }

    /** The term of a grade. */
    public static Term of(Grade grade) {
        return new Term(Taxonomy.GRADE, grade.word(), "Grade " + grade.word(), Optional.empty());
    }

    private static List<Term> all() {
        List<Term> terms = new ArrayList<>();
        Stream.of(ServiceArea.values()).map(Term::of).forEach(terms::add);
        Arrays.stream(SubTerm.values()).map(Term::of).forEach(terms::add);
        Stream.of(Grade.values()).map(Term::of).forEach(terms::add);
        return List.copyOf(terms);
    }
}

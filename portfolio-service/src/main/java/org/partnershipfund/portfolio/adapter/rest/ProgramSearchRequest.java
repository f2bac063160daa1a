package org.partnershipfund.portfolio.adapter.rest;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.problem.ProblemException;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.portfolio.program.Grade;
import org.partnershipfund.portfolio.program.Point;
import org.partnershipfund.portfolio.program.ServiceArea;
import org.partnershipfund.portfolio.program.SubTerm;
import org.partnershipfund.portfolio.search.Band;
import org.partnershipfund.portfolio.search.Facet;
import org.partnershipfund.portfolio.search.Order;
import org.partnershipfund.portfolio.search.ProgramQuery;
import org.partnershipfund.portfolio.search.ProgramQuery.Near;

/** What is looked for; a {@code @BeanParam}. A facet that is given several times asks for any of its words. */
public class ProgramSearchRequest {

    private static final int LONGEST_TEXT = 200;
    private static final int LONGEST_WORD = 80;
    private static final int MOST_WORDS = 50;
    private static final int FARTHEST = 100_000;

    @Parameter(
            description =
                    "Words in any order, misspelt ones too; \"a phrase\" in quotes, -not this, this or that. Any text is allowed")
    @QueryParam("q")
    @Nullable String q;

    @Parameter(description = "Any of these service areas", example = "academic")
    @QueryParam("serviceArea")
    List<String> serviceArea = List.of();

    @Parameter(description = "Any of these sub-terms of a service area", example = "literacy")
    @QueryParam("term")
    List<String> term = List.of();

    @Parameter(description = "Any of these grades: PK, K, 1 to 12", example = "K")
    @QueryParam("grade")
    List<String> grade = List.of();

    @Parameter(description = "Given in any of these languages, by code of ISO 639", example = "es")
    @QueryParam("language")
    List<String> language = List.of();

    @Parameter(description = "With a site in any of these neighborhoods", example = "Dorchester")
    @QueryParam("neighborhood")
    List<String> neighborhood = List.of();

    @Parameter(description = "On any of these days of the week", example = "monday")
    @QueryParam("day")
    List<String> day = List.of();

    @Parameter(
            description =
                    "The lowest price per pupil in any of these bands: under-100, 100-to-250, 250-to-500, 500-to-1000, 1000-and-more, not-per-pupil",
            example = "under-100")
    @QueryParam("pricePerPupil")
    List<String> pricePerPupil = List.of();

    @Parameter(
            description = "Places for pupils left in any of these bands: none, 1-to-49, 50-to-199, 200-and-more",
            example = "50-to-199")
    @QueryParam("capacityLeft")
    List<String> capacityLeft = List.of();

    @Parameter(description = "true: only programs on the menu today; false: only the others")
    @QueryParam("vetted")
    @Nullable Boolean vetted;

    @Parameter(description = "Tell how far each is from this school")
    @QueryParam("nearSchool")
    @Nullable SchoolCode nearSchool;

    @Parameter(
            description =
                    "With nearSchool: only programs with a site within so many metres, 1 to 100000, or that come to the school",
            example = "2000")
    @QueryParam("within")
    @Nullable Integer within;

    @Parameter(
            description =
                    "The fiscal year whose places left count, and whose first price where there is none today; the one that runs unless said",
            example = "2019")
    @QueryParam("fiscalYear")
    @Nullable FiscalYear fiscalYear;

    @Parameter(
            description =
                    "relevance (unless said, where there are words), name (unless said), distance (with nearSchool)",
            example = "distance")
    @QueryParam("sort")
    @Nullable String sort;

    /** The school around which is looked, if there is one. */
    Optional<SchoolCode> near() {
        if (nearSchool == null && within != null) {
            throw ProblemException.parameter("within", within.toString(), "it goes with nearSchool; give both");
        }
        return Optional.ofNullable(nearSchool);
    }

    /**
     * What was asked for.
     *
     * @param around where the school of {@link #near} is
     */
    ProgramQuery query(Optional<Point> around, LocalDate today) {
        Optional<String> text = Optional.ofNullable(q).map(String::strip).filter(words -> !words.isEmpty());
        text.filter(words -> words.length() > LONGEST_TEXT).ifPresent(words -> {
            throw ProblemException.parameter("q", words, "it has at most %d characters".formatted(LONGEST_TEXT));
        });
        if (within != null && (within < 1 || within > FARTHEST)) {
            throw ProblemException.parameter("within", within.toString(), "it must be 1 to " + FARTHEST);
        }
        return new ProgramQuery(
                text,
                chosen(),
                around.map(point -> new Near(point, Optional.ofNullable(within))),
                Optional.ofNullable(vetted),
                order(text, around),
                today,
                fiscalYear == null ? FiscalYear.of(today) : fiscalYear);
    }

    private Order order(Optional<String> text, Optional<Point> around) {
        if (sort == null) {
            return text.isPresent() ? Order.RELEVANCE : Order.NAME;
        }
        Order order = Words.order(sort);
        boolean possible = switch (order) {
            case RELEVANCE -> text.isPresent();
            case DISTANCE -> around.isPresent();
            case NAME -> true;
        };
        if (!possible) {
            throw ProblemException.parameter("sort", sort, "relevance needs q, distance needs nearSchool");
        }
        return order;
    }

    private Map<Facet, Set<String>> chosen() {
        Map<Facet, Set<String>> chosen = new EnumMap<>(Facet.class);
        chosen.put(Facet.SERVICE_AREA, words(Facet.SERVICE_AREA, serviceArea, ServiceArea.WORDS));
        chosen.put(Facet.TERM, words(Facet.TERM, term, SubTerm.WORDS));
        chosen.put(Facet.GRADE, words(Facet.GRADE, grade, Grade.WORDS));
        chosen.put(Facet.LANGUAGE, words(Facet.LANGUAGE, language, "[a-z]{2,3}"));
        chosen.put(Facet.NEIGHBORHOOD, words(Facet.NEIGHBORHOOD, neighborhood, "[^\\x00-\\x1f]+"));
        chosen.put(Facet.DAY, words(Facet.DAY, day, SessionJson.DAYS));
        chosen.put(
                Facet.PRICE_PER_PUPIL,
                words(
                        Facet.PRICE_PER_PUPIL,
                        pricePerPupil,
                        Band.words(Band.PRICES_PER_PUPIL) + "|" + Band.NOT_PER_PUPIL));
        chosen.put(Facet.CAPACITY_LEFT, words(Facet.CAPACITY_LEFT, capacityLeft, Band.words(Band.CAPACITIES_LEFT)));
        return chosen;
    }

    private static Set<String> words(Facet facet, List<String> asked, String allowed) {
        if (asked.size() > MOST_WORDS) {
            throw ProblemException.parameter(
                    facet.word(), Integer.toString(asked.size()), "it is given at most %d times".formatted(MOST_WORDS));
        }
        for (String word : asked) {
            if (word.length() > LONGEST_WORD || !word.matches(allowed)) {
                throw ProblemException.parameter(facet.word(), word, Words.reason(allowed));
            }
        }
        return new HashSet<>(asked);
    }
}

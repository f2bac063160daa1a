package org.partnershipfund.portfolio.adapter.rest;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.problem.ProblemException;
import org.partnershipfund.portfolio.hsds.HsdsView;
import org.partnershipfund.portfolio.hsds.Term;
import org.partnershipfund.portfolio.partner.PartnerId;

/** Which services are asked for, in the words of HSDS; a {@code @BeanParam}. All conditions hold together. */
public class HsdsFilter {

    private static final int LONGEST_TEXT = 200;

    @Parameter(description = "Full text search")
    @QueryParam("search")
    @Nullable String search;

    @Parameter(description = "Only services of this term; of a service area also by its sub-terms")
    @QueryParam("taxonomy_term_id")
    @Nullable UUID taxonomyTermId;

    @Parameter(description = "Only services of any term of this taxonomy")
    @QueryParam("taxonomy_id")
    @Nullable UUID taxonomyId;

    @Parameter(description = "Only services of this organization")
    @QueryParam("organization_id")
    @Nullable UUID organizationId;

    @Parameter(description = "Only what was modified on or after this instant", example = "2018-03-01T00:00:00Z")
    @QueryParam("modified_after")
    @Nullable Instant modifiedAfter;

    @Parameter(description = "true: fully nested")
    @QueryParam("full")
    @Nullable Boolean full;

    boolean isFull() {
        return Boolean.TRUE.equals(full);
    }

    HsdsView.Filter filter() {
        return new HsdsView.Filter(
                text(search),
                terms(),
                Optional.ofNullable(organizationId).map(PartnerId::new),
                Optional.ofNullable(modifiedAfter));
    }

    static Optional<String> text(@Nullable String search) {
        Optional<String> text = Optional.ofNullable(search).map(String::strip).filter(words -> !words.isEmpty());
        text.filter(words -> words.length() > LONGEST_TEXT).ifPresent(words -> {
            throw ProblemException.parameter("search", words, "it has at most %d characters".formatted(LONGEST_TEXT));
        });
        return text;
    }

    private Optional<Set<Term>> terms() {
        if (taxonomyTermId == null && taxonomyId == null) {
            return Optional.empty();
        }
        return Optional.of(Term.every().stream()
                .filter(term -> taxonomyTermId == null || HsdsShapes.idOf(term).equals(taxonomyTermId))
                .filter(term ->
                        taxonomyId == null || HsdsShapes.idOf(term.taxonomy()).equals(taxonomyId))
                .collect(Collectors.toSet()));
    }
}

package org.partnershipfund.portfolio.vetting;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.portfolio.cycle.Category;

/**
 * What the reviewers hold of one criterion together (§4.4, §4.5).
 *
 * @param criterion its code
 * @param grading what they agree on: the lowest of those that fulfil it, or that it is not met; empty while some find it
 *     fulfilled and some do not
 */
public record Finding(String criterion, Optional<Grading> grading) {

    /** Whether they agree. */
    public boolean isAgreed() {
        return grading.isPresent();
    }

    /** Whether they agree that it is met or exceeded. */
    public boolean isEnough() {
        return grading.filter(Grading::isEnough).isPresent();
    }

    /** One per criterion of the category, in its order; none before the first review that counts. */
    public static List<Finding> of(Dossier dossier, Category category) {
        List<Review> reviews = dossier.countingReviews();
        return reviews.isEmpty()
                ? List.of()
                : category.codes().stream()
                        .map(code -> new Finding(code, together(dossier, reviews, code)))
                        .toList();
    }

    private static Optional<Grading> together(Dossier dossier, List<Review> reviews, String criterion) {
        List<Grading> gradings = reviews.stream()
                .map(review -> lastWord(dossier, review, criterion))
                .toList();
        boolean agreed = gradings.stream().map(Grading::isEnough).distinct().count() == 1;
        return agreed ? Optional.of(Collections.max(gradings)) : Optional.empty();
    }

    private static Grading lastWord(Dossier dossier, Review review, String criterion) {
        List<Rating> words = new ArrayList<>(review.ratings());
        dossier.restatements().stream()
                .filter(word -> word.round() == review.round())
                .filter(word -> word.reviewer().equals(review.reviewer()))
                .map(Restatement::rating)
                .forEach(words::add);
        return words.reversed().stream()
                .filter(rating -> rating.criterion().equals(criterion))
                .findFirst()
                .map(Rating::grading)
                .orElseThrow(() -> new IllegalStateException("a review rates every criterion, also " + criterion));
    }
}

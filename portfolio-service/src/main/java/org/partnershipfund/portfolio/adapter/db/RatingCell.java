package org.partnershipfund.portfolio.adapter.db;

import jakarta.persistence.Embeddable;
import org.partnershipfund.portfolio.vetting.Grading;
import org.partnershipfund.portfolio.vetting.Rating;

/** What one review says to one criterion, as it lies in table {@code rating}. */
@Embeddable
record RatingCell(String criterion, String rating, String reason) {

    static RatingCell of(Rating rating) {
        return new RatingCell(rating.criterion(), rating.grading().word(), rating.reason());
    }

    Rating asRating() {
        return new Rating(criterion, Grading.of(rating), reason);
    }
}

package org.partnershipfund.portfolio.vetting;

import java.time.Instant;
import java.util.List;
import org.partnershipfund.portfolio.partner.Person;

/**
 * What one reviewer finds about the answers of one round. It never changes; what reviewers say after they talked to each
 * other stands beside it ({@link Restatement}).
 *
 * @param round of answers that was read; 1 or more
 * @param ratings every criterion of the category, in its order
 */
public record Review(ReviewId id, Person reviewer, int round, List<Rating> ratings, Instant at) {

    public Review {
        ratings = List.copyOf(ratings);
    }
}

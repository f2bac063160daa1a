package org.partnershipfund.portfolio.adapter.db;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.partnershipfund.portfolio.partner.Person;
import org.partnershipfund.portfolio.vetting.ApplicationId;
import org.partnershipfund.portfolio.vetting.Review;
import org.partnershipfund.portfolio.vetting.ReviewId;

/** A review as it lies in tables {@code review} and {@code rating}. */
@Entity
@Table(name = "review")
class ReviewRow {

    @Id
    private UUID id;

    @Column(name = "application_id", updatable = false)
    private UUID applicationId;

    @Column(updatable = false)
    private int round;

    @Column(name = "reviewer_issuer", updatable = false)
    private String reviewerIssuer;

    @Column(name = "reviewer_subject", updatable = false)
    private String reviewerSubject;

    @Column(updatable = false)
    private Instant at;

    @ElementCollection
    @CollectionTable(name = "rating", joinColumns = @JoinColumn(name = "review_id"))
    @OrderColumn(name = "place")
    private List<RatingCell> ratings = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected ReviewRow() {}

    ReviewRow(ApplicationId application, Review review) {
        id = review.id().value();
        applicationId = application.value();
        round = review.round();
        reviewerIssuer = review.reviewer().issuer();
        reviewerSubject = review.reviewer().subject();
        at = review.at();
        review.ratings().stream().map(RatingCell::of).forEach(ratings::add);
    }

    UUID application() {
        return applicationId;
    }

    Review review() {
        return new Review(
                new ReviewId(id),
                new Person(reviewerIssuer, reviewerSubject),
                round,
                ratings.stream().map(RatingCell::asRating).toList(),
                at);
    }
}

package org.partnershipfund.portfolio.vetting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.partnershipfund.portfolio.partner.Person;

/**
 * Everything that was ever said about one application; each list is in the order of time and only grows.
 *
 * @param submissions one per round
 * @param requests for changes
 * @param ties who declared what tie to the partner
 * @param suspensions the last may still go on
 */
public record Dossier(
        ApplicationId id,
        Intent intent,
        List<Submission> submissions,
        List<ChangeRequest> requests,
        List<Review> reviews,
        List<Restatement> restatements,
        List<DeclaredTie> ties,
        List<Suspension> suspensions) {

    public Dossier {
        submissions = List.copyOf(submissions);
        requests = List.copyOf(requests);
        reviews = List.copyOf(reviews);
        restatements = List.copyOf(restatements);
        ties = List.copyOf(ties);
        suspensions = List.copyOf(suspensions);
    }

    static Dossier of(ApplicationId id, Intent intent) {
        return new Dossier(id, intent, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** Which round of answers is the newest; 0 before the first. */
    public int round() {
        return submissions.size();
    }

    /** The newest answers; none before the first round. */
    public List<Answer> answers() {
        return submissions.isEmpty() ? List.of() : submissions.getLast().answers();
    }

    /** The reviews that count: of the newest answers, by people without a tie. */
    public List<Review> countingReviews() {
        return reviews.stream()
                .filter(review -> review.round() == round())
                .filter(review -> tieOf(review.reviewer()).isEmpty())
                .toList();
    }

    Optional<DeclaredTie> tieOf(Person person) {
        return ties.stream().filter(tie -> tie.person().equals(person)).findFirst();
    }

    /** When something was last said about it. */
    Instant changedAt() {
        return Stream.of(
                        submissions.stream().map(Submission::at),
                        requests.stream().map(ChangeRequest::at),
                        reviews.stream().map(Review::at),
                        restatements.stream().map(Restatement::at),
                        ties.stream().map(DeclaredTie::at))
                .flatMap(times -> times)
                .reduce(intent.at(), (earlier, later) -> later.isAfter(earlier) ? later : earlier);
    }

    /** The same without who is tied to whom, which is personal. */
    public Dossier untied() {
        return new Dossier(id, intent, submissions, requests, reviews, restatements, List.of(), suspensions);
    }

    Dossier with(Submission submission) {
        return new Dossier(
                id, intent, and(submissions, submission), requests, reviews, restatements, ties, suspensions);
    }

    Dossier with(ChangeRequest request) {
        return new Dossier(id, intent, submissions, and(requests, request), reviews, restatements, ties, suspensions);
    }

    Dossier with(Review review) {
        return new Dossier(id, intent, submissions, requests, and(reviews, review), restatements, ties, suspensions);
    }

    Dossier with(List<Restatement> more) {
        List<Restatement> all = new ArrayList<>(restatements);
        all.addAll(more);
        return new Dossier(id, intent, submissions, requests, reviews, all, ties, suspensions);
    }

    Dossier with(DeclaredTie tie) {
        return new Dossier(id, intent, submissions, requests, reviews, restatements, and(ties, tie), suspensions);
    }

    Dossier with(Suspension suspension) {
        return new Dossier(
                id, intent, submissions, requests, reviews, restatements, ties, and(suspensions, suspension));
    }

    Dossier with(Suspension.Reinstatement reinstatement) {
        List<Suspension> all = new ArrayList<>(suspensions);
        all.set(all.size() - 1, all.getLast().ended(reinstatement));
        return new Dossier(id, intent, submissions, requests, reviews, restatements, ties, all);
    }

    private static <T> List<T> and(List<T> before, T one) {
        List<T> all = new ArrayList<>(before);
        all.add(one);
        return all;
    }
}

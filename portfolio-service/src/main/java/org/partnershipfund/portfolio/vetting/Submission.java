package org.partnershipfund.portfolio.vetting;

import java.time.Instant;
import java.util.List;
import org.partnershipfund.portfolio.partner.Person;

/**
 * The answers of one round. They never change: after a request for changes there is another round.
 *
 * @param answers one to each criterion of the category, in its order
 */
public record Submission(List<Answer> answers, Person by, Instant at) {
    public Submission {
        answers = List.copyOf(answers);
    }
}

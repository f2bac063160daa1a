package org.partnershipfund.portfolio.adapter.db;

import jakarta.persistence.Embeddable;
import org.partnershipfund.portfolio.vetting.Answer;

/** An answer as it lies in table {@code answer}. */
@Embeddable
record AnswerCell(String criterion, String text) {

    static AnswerCell of(Answer answer) {
        return new AnswerCell(answer.criterion(), answer.text());
    }

    Answer answer() {
        return new Answer(criterion, text);
    }
}

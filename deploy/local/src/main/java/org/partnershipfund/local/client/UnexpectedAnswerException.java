package org.partnershipfund.local.client;

/** A door said something else than it should have. */
public final class UnexpectedAnswerException extends RuntimeException {

    UnexpectedAnswerException(Answer answer, int expected) {
        super("%s answered %d instead of %d: %s".formatted(answer.request(), answer.status(), expected, answer.body()));
    }
}

package org.partnershipfund.local.client;

/** A door said something else than it should have. */
public final class UnexpectedAnswerException extends RuntimeException {

    private final int status;

    UnexpectedAnswerException(Answer answer, int expected) {
        super("%s answered %d instead of %d: %s".formatted(answer.request(), answer.status(), expected, answer.body()));
        this.status = answer.status();
    }

    /** Whether the service says that it cannot answer now and will later (503). */
    public boolean isOutage() {
        return status == 503;
    }
}

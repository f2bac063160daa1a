package org.partnershipfund.kernel;

/** Carries a refusal from a use case to its door; thrown so that the transaction keeps nothing. */
public final class RefusedException extends RuntimeException {

    private final transient Refusal refusal;

    public RefusedException(Refusal refusal) {
        super(refusal.sentence());
        this.refusal = refusal;
    }

    /** What was refused, and why. */
    public Refusal refusal() {
        return refusal;
    }
}

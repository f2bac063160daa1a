package org.partnershipfund.kernel;

/** Somebody stored a newer version between our read and our write; the caller may read again and retry. */
public final class StaleStateException extends RuntimeException {

    public StaleStateException(Object id, long expectedVersion) {
        super("%s changed since version %d was read".formatted(id, expectedVersion));
    }
}

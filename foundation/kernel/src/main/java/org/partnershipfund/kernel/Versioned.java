package org.partnershipfund.kernel;

/**
 * A state as it was read or stored, with the version it has in the store.
 *
 * @param version 1 or more; 0 for a state that was never stored
 */
public record Versioned<T>(T value, long version) {

    /**
     * Fails unless the caller saw this very version; the comparison that {@code If-Match} asks for.
     *
     * @throws StaleStateException if the versions differ
     */
    public Versioned<T> expecting(Object id, long expectedVersion) {
        if (version != expectedVersion) {
            throw new StaleStateException(id, expectedVersion);
        }
        return this;
    }
}

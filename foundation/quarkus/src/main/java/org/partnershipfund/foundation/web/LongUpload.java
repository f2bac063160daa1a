package org.partnershipfund.foundation.web;

/**
 * A door that takes longer bodies than the others; a service has one bean for each. The server's own limit
 * ({@code quarkus.http.limits.max-body-size}) must be above it.
 *
 * @param path of the door, without parameters
 * @param mostBytes how many its body has at most
 */
public record LongUpload(String path, long mostBytes) {}

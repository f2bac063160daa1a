package org.partnershipfund.local.client;

import java.io.UncheckedIOException;
import java.net.http.HttpTimeoutException;

/** The caller hung up, as {@link SuiteClient#hangingUp} told them to; whether the door heard them, nobody knows. */
public final class HungUpException extends UncheckedIOException {

    private static final long serialVersionUID = 1L;

    HungUpException(String message, HttpTimeoutException cause) {
        super(message, cause);
    }
}

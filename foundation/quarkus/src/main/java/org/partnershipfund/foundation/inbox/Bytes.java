package org.partnershipfund.foundation.inbox;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Bytes as they came; JSON holds them as base64. Nobody changes the array. */
final class Bytes {

    private final byte[] content;

    private Bytes(byte[] content) {
        this.content = content;
    }

    @JsonCreator
    static Bytes of(byte[] content) {
        return new Bytes(content);
    }

    static @Nullable Bytes orNull(byte @Nullable [] content) {
        return content == null ? null : new Bytes(content);
    }

    @JsonValue
    byte[] content() {
        return content;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        return content.length + " bytes";
    }
}

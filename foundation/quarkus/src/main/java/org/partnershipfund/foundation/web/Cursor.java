package org.partnershipfund.foundation.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.partnershipfund.foundation.problem.ProblemException;
import org.partnershipfund.foundation.problem.StorableValues;
import org.partnershipfund.kernel.SchoolCode;

/**
 * Where a page ended: the sort keys of its last row. Opaque to callers, who only hand it back; a service reads its
 * own keys from it, and whatever it finds unreadable is the caller's 400.
 */
public final class Cursor {

    private static final int LONGEST = 1_000;
    private static final char SEPARATOR = '\u001f';

    private final String wire;
    private final List<String> keys;

    private Cursor(String wire, List<String> keys) {
        this.wire = wire;
        this.keys = List.copyOf(keys);
    }

    /** The cursor of a row, by its sort keys in the order of the list's ORDER BY. */
    public static Cursor at(Object... keys) {
        var texts = new ArrayList<String>();
        for (Object key : keys) {
            texts.add(key.toString());
        }
        var wire = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(String.valueOf(SEPARATOR), texts).getBytes(StandardCharsets.UTF_8));
        return new Cursor(wire, texts);
    }

    /**
     * Reads what a caller handed back.
     *
     * @throws ProblemException 400 if it is none of ours
     */
    public static Cursor parse(String wire) {
        if (wire.isEmpty() || wire.length() > LONGEST) {
            throw unreadable(wire);
        }
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Base64.getUrlDecoder().decode(wire)))
                    .toString();
            return new Cursor(wire, List.of(StorableValues.text(text).split(String.valueOf(SEPARATOR), -1)));
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw unreadable(wire);
        }
    }

    /** The sort key at this place as text. */
    public String text(int place) {
        if (place >= keys.size()) {
            throw unreadable(wire);
        }
        return keys.get(place);
    }

    /** The sort key at this place as an id. */
    public UUID uuid(int place) {
        return read(place, UUID::fromString);
    }

    /** The sort key at this place as an instant. */
    public Instant instant(int place) {
        return read(place, text -> StorableValues.instant(Instant.parse(text)));
    }

    /** The sort key at this place as a whole number. */
    public long number(int place) {
        return read(place, Long::valueOf);
    }

    /** The sort key at this place as a school's code. */
    public SchoolCode school(int place) {
        return read(place, SchoolCode::new);
    }

    /** The sort key at this place as a rank or number of a row in memory; more than any has, if it is beyond them all. */
    public int place(int place) {
        return Math.clamp(number(place), 0, Integer.MAX_VALUE);
    }

    /** What goes into {@code next} and comes back as {@code after}. */
    public String wire() {
        return wire;
    }

    @Override
    public String toString() {
        return wire;
    }

    private <T> T read(int place, Function<String, T> reading) {
        try {
            return reading.apply(text(place));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw unreadable(wire);
        }
    }

    private static ProblemException unreadable(String wire) {
        return ProblemException.parameter(
                "after", wire, "it must be the value of \"next\" of an earlier page of the same list");
    }
}

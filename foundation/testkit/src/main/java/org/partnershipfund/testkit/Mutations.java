package org.partnershipfund.testkit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** What becomes of good bytes on a bad way: the same dice, the same damage. */
public final class Mutations {

    /** What parsers stumble over. */
    private static final List<String> PIECES = List.of(
            "\u0000",
            "\"",
            "\"\"",
            "\\",
            "\\u0000",
            "\\ud800",
            ",",
            "\n",
            "\r",
            "\uFEFF",
            "{",
            "}",
            "[",
            "[[[[[[[[",
            ":",
            "null",
            "true",
            "NaN",
            "-",
            "-0.00",
            "1e400",
            "1E999999999",
            "1e-999999999",
            "9223372036854775808",
            "2019-02-30",
            "+999999999-12-31",
            "9999-12-31T23:59:60Z",
            "00000000",
            "\u202E",
            "\uD83C\uDFEB",
            "=1+1",
            "%PDF-",
            "PK\u0003\u0004");

    private Mutations() {}

    /** The bytes with one to four damages. */
    public static byte[] of(byte[] good, Random dice) {
        byte[] bytes = good.clone();
        for (int i = dice.nextInt(4); i >= 0; i--) {
            bytes = once(bytes, dice);
        }
        return bytes;
    }

    private static byte[] once(byte[] bytes, Random dice) {
        int at = dice.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, at + 1 + dice.nextInt(20));
        return switch (dice.nextInt(8)) {
            case 0 -> changed(bytes, at, dice);
            case 1 -> Arrays.copyOf(bytes, at);
            case 2 -> join(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, to, bytes.length));
            case 3 -> join(bytes, Arrays.copyOfRange(bytes, at, to));
            case 4 -> join(Arrays.copyOf(bytes, to), Arrays.copyOfRange(bytes, at, bytes.length));
            case 5 -> {
                byte[] noise = new byte[1 + dice.nextInt(8)];
                dice.nextBytes(noise);
                yield join(Arrays.copyOf(bytes, at), noise, Arrays.copyOfRange(bytes, at, bytes.length));
            }
            default ->
                join(
                        Arrays.copyOf(bytes, at),
                        PIECES.get(dice.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8),
                        Arrays.copyOfRange(bytes, dice.nextBoolean() ? at : to, bytes.length));
        };
    }

    private static byte[] changed(byte[] bytes, int at, Random dice) {
        byte[] changed = bytes.clone();
        if (at < changed.length) {
            changed[at] ^= (byte) (1 << dice.nextInt(8));
        }
        return changed;
    }

    private static byte[] join(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        byte[] whole = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, whole, at, part.length);
            at += part.length;
        }
        return whole;
    }
}

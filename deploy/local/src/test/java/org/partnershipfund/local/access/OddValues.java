package org.partnershipfund.local.access;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** What no program of ours would send, and every other one does one day. */
final class OddValues {

    private static final int LONG = 6_000;
    private static final int LONGER = 200_000;

    /** Text that is hard to read, to compare, to keep or to print. */
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\t\r\n",
            "\u0000",
            "a\u0000b",
            "null",
            "undefined",
            "true",
            "NaN",
            "Infinity",
            "-Infinity",
            "0",
            "-0",
            "-0.00",
            "-1",
            "1e400",
            "1E999999999",
            "1e-999999999",
            "0x7fffffff",
            "2147483647",
            "2147483648",
            "-2147483648",
            "9223372036854775807",
            "9223372036854775808",
            "99999999999999.99",
            "9999999999999999.99",
            "92233720368547758.07",
            "92233720368547758.08",
            "0.00",
            "0.01",
            "1,000.00",
            "1.005",
            "\u0661\u0662\u0663.00",
            "2019-02-28",
            "2019-02-29",
            "2019-02-30",
            "2019-13-01",
            "0000-01-01",
            "0001-01-01",
            "-0001-01-01",
            "9999-12-31",
            "+10000-01-01",
            "+999999999-12-31",
            "2019-1-1",
            "2019-01-01T00:00:00",
            "2019-03-10T02:30:00Z",
            "9999-12-31T23:59:59.999999999Z",
            "0001-01-01T00:00:00Z",
            "+1000000000-12-31T23:59:59.999999999Z",
            "2019-01-01T24:00:00Z",
            "2019-06-30T23:59:60Z",
            "2019-01-01T00:00:00+18:00",
            "P1D",
            "PT1000000H",
            "00:00",
            "24:00",
            "00000000-0000-0000-0000-000000000000",
            "ffffffff-ffff-ffff-ffff-ffffffffffff",
            "00000000-0000-7000-8000-00000000000g",
            "1-1-1-1-1",
            "00350231",
            "0350231",
            "00000000",
            "99999999",
            "\u0660\u0660\u0663\u0665\u0660\u0662\u0663\u0661",
            "\u202Eevitagen\u202C",
            "\u05E9\u05DC\u05D5\u05DD \u0645\u0631\u062D\u0628\u0627",
            "e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301",
            "\uFEFFmarked",
            "\uFFFE\uFFFF",
            "\u200B\u200D\u2060",
            "\u0085\u2028\u2029",
            "\u0001\u001F\u007F\u009F",
            "\uD83C\uDFEB school \uD83D\uDC69\u200D\uD83C\uDFEB",
            "\u0130\u0131 \u00DF \uFB01",
            "Robert'); DROP TABLE selection;--",
            "' OR '1'='1",
            "%",
            "_",
            "\\",
            "\\u0000",
            "${7*7}",
            "{{7*7}}",
            "{program.name}",
            "<script>alert(1)</script>",
            "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]><x>&y;</x>",
            "=HYPERLINK(\"https://elsewhere.example\")",
            "../../../../etc/passwd",
            "file:///etc/passwd",
            "https://elsewhere.example/",
            "http://[::1]/",
            "nobody@elsewhere.example\r\nBcc: everybody@elsewhere.example",
            "a\"b'c",
            "(((((((((((((((((((((",
            "[a-z",
            "a:* & ! | b",
            "*",
            ",,,,",
            "a b c d e f g h i j k l m n o p q r s t u v w x y z");

    /** Characters without their other half, as only an escape of JSON can say them. */
    private static final List<String> HALVES = List.of("\"\\ud800\"", "\"a\\udfffb\"", "\"\\udc00\\ud800\"");

    /** Numbers and almost numbers of JSON. */
    private static final List<String> NUMBERS = List.of(
            "0",
            "-0",
            "-1",
            "1",
            "1.0",
            "1.5",
            "0.1",
            "-0.0",
            "1e0",
            "1e2",
            "1e400",
            "-1e400",
            "1e-400",
            "1E999999999",
            "1e-999999999",
            "100",
            "32768",
            "65536",
            "2147483647",
            "2147483648",
            "-2147483648",
            "-2147483649",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775808",
            "123456789012345678901234567890",
            "0.123456789012345678901234567890",
            "NaN",
            "Infinity",
            "01",
            "+1",
            ".5",
            "0x10");

    /** What stands in an address and is no text in UTF-8, or is one twice. */
    private static final List<String> IN_ADDRESSES = List.of(
            "%ff",
            "%c0%af",
            "%c3%28",
            "%ed%a0%80",
            "%f0%9f%8f",
            "%00",
            "%2500",
            "%252e%252e%252f",
            "%0d%0aX-Odd:%20yes",
            "+",
            "%20%20",
            "%7B%7D");

    private OddValues() {}

    static String text(Random dice) {
        return switch (dice.nextInt(40)) {
            case 0 -> "x".repeat(LONG);
            case 1 -> "\uD83C\uDFEB".repeat(LONG);
            case 2 -> "x".repeat(LONGER);
            case 3 ->
                dice.ints(1 + dice.nextInt(40), 1, 0x10FFFF)
                        .filter(point -> point < 0xD800 || point > 0xDFFF)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
            default -> any(TEXTS, dice);
        };
    }

    /** A piece of JSON that is one odd value. */
    static String json(Random dice) {
        return switch (dice.nextInt(12)) {
            case 0 -> any(HALVES, dice);
            case 1 -> "null";
            case 2 -> dice.nextBoolean() ? "true" : "false";
            case 3 -> "[]";
            case 4 -> "{}";
            case 5 -> "[".repeat(45) + "]".repeat(45);
            case 6 -> "[null]";
            case 7 -> "{\"\":{\"\":[{}]}}";
            default -> any(NUMBERS, dice);
        };
    }

    /** A value as it stands in an address. */
    static String inAddress(Random dice) {
        if (dice.nextInt(6) == 0) {
            return any(IN_ADDRESSES, dice);
        }
        return URLEncoder.encode(text(dice), StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** A value that the client can put into a header. */
    static String inHeader(Random dice) {
        return text(dice)
                .chars()
                .filter(point -> point >= ' ' && point < 256 && point != 127)
                .limit(dice.nextInt(20) == 0 ? LONG : 300)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    static <T> T any(List<T> values, Random dice) {
        return values.get(dice.nextInt(values.size()));
    }

    static Stream<String> texts() {
        return TEXTS.stream();
    }
}

package org.partnershipfund.portfolio.webhook;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where messages may go. Somebody outside chooses the address, so by default it must be one that anybody could reach:
 * never a machine inside the district's network (server-side request forgery).
 *
 * <p>Source: docs/policy/webhooks.md §2.
 *
 * @param insideAllowed for a trial installation: plain HTTP and addresses of one's own machine and network too
 */
public record TargetRule(boolean insideAllowed) {

    private static final int LONGEST = 500;
    private static final int LAST_PORT = 65_535;

    /** Scheme, authority, the rest, and a fragment (RFC 3986 §3). */
    private static final Pattern ADDRESS = Pattern.compile(
            "(?<scheme>[A-Za-z][A-Za-z0-9+.-]*)://(?<authority>[^/?#]*)(?<rest>[^#]*)(?<fragment>#.*)?");

    private static final Pattern HOST_AND_PORT =
            Pattern.compile("(?<host>[A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+])(?::(?<port>[0-9]{1,5}))?");

    /** What may stand in path and query (RFC 3986 §3.3, §3.4). */
    private static final Pattern PATH_AND_QUERY =
            Pattern.compile("(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*");

    /** A name of two or more labels, the last of which is no number, and which the name server knows (RFC 1123 §2.1). */
    private static final Pattern PUBLIC_NAME =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)+(?<top>[a-z](?:[a-z0-9-]*[a-z0-9])?)");

    /** Names that lead to no public machine (RFC 6761, RFC 6762, and ICANN's for private use). */
    private static final Set<String> INSIDE = Set.of("localhost", "local", "internal", "arpa", "invalid", "onion");

    /** What is wrong with the address as it is written; empty if nothing is. */
    public Optional<String> objection(String url) {
        if (url.length() > LONGEST) {
            return Optional.of("it must have at most %d characters".formatted(LONGEST));
        }
        Matcher address = ADDRESS.matcher(url);
        if (!address.matches() || !admitsScheme(address.group("scheme"))) {
            return Optional.of("it must begin with https://");
        }
        String authority = address.group("authority");
        if (authority.contains("@") || address.group("fragment") != null) {
            return Optional.of("it must have no user, password or fragment");
        }
        Matcher parts = HOST_AND_PORT.matcher(authority);
        if (!parts.matches() || !isPort(parts.group("port"))) {
            return Optional.of("it must name a host");
        }
        if (!PATH_AND_QUERY.matcher(address.group("rest")).matches()) {
            return Optional.of("it must be written without blanks and special characters");
        }
        if (!insideAllowed && !isPublicName(parts.group("host"))) {
            return Optional.of("it must name a host of the public Internet, by its name");
        }
        return Optional.empty();
    }

    private boolean admitsScheme(String scheme) {
        return scheme.equalsIgnoreCase("https") || (insideAllowed && scheme.equalsIgnoreCase("http"));
    }

    private static boolean isPort(@Nullable String port) {
        return port == null || (Integer.parseInt(port) >= 1 && Integer.parseInt(port) <= LAST_PORT);
    }

    private static boolean isPublicName(String host) {
        Matcher name = PUBLIC_NAME.matcher(host.toLowerCase(Locale.ROOT));
        return name.matches() && !INSIDE.contains(name.group("top"));
    }

    /**
     * Whether a message may go to this machine, whatever name led there; asked at each connection.
     *
     * @param address 4 bytes (IPv4) or 16 (IPv6), the highest first
     * @throws IllegalArgumentException if it is neither
     */
    public boolean admits(byte[] address) {
        return switch (address.length) {
            case 4 -> insideAllowed || isPublicFour(address);
            case 16 -> insideAllowed || isPublicSix(address);
            default -> throw new IllegalArgumentException("no address has %d bytes".formatted(address.length));
        };
    }

    /** Not of the blocks that IANA keeps for special purposes (RFC 6890), and one machine only. */
    private static boolean isPublicFour(byte[] four) {
        int first = four[0] & 0xff;
        int second = four[1] & 0xff;
        int third = four[2] & 0xff;
        boolean ourselves = first == 0 || first == 127;
        boolean oneNetworkOnly = first == 10
                || (first == 172 && second >= 16 && second < 32)
                || (first == 192 && second == 168)
                || (first == 169 && second == 254);
        boolean sharedByCarriers = first == 100 && second >= 64 && second < 128;
        boolean protocols = first == 192 && second == 0 && (third == 0 || third == 2);
        boolean relays = first == 192 && second == 88 && third == 99;
        boolean benchmarks = first == 198 && (second == 18 || second == 19);
        boolean examples =
                (first == 198 && second == 51 && third == 100) || (first == 203 && second == 0 && third == 113);
        boolean manyOrReserved = first >= 224;
        return !(ourselves
                || oneNetworkOnly
                || sharedByCarriers
                || protocols
                || relays
                || benchmarks
                || examples
                || manyOrReserved);
    }

    /** Global unicast (2000::/3) that leads to no IPv4 address in disguise (Teredo, 6to4) and is kept for nothing else. */
    private static boolean isPublicSix(byte[] six) {
        int first = (six[0] & 0xff) << 8 | (six[1] & 0xff);
        int second = (six[2] & 0xff) << 8 | (six[3] & 0xff);
        boolean globalUnicast = (first & 0xe000) == 0x2000;
        boolean protocols = first == 0x2001 && second < 0x200;
        boolean disguised = first == 0x2002;
        boolean examples = (first == 0x2001 && second == 0xdb8) || (first == 0x3fff && second < 0x1000);
        return globalUnicast && !protocols && !disguised && !examples;
    }
}

package org.partnershipfund.kernel.chain;

import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Walks a chain from its beginning and names the first link that does not hold: a row that was changed, removed,
 * inserted or put elsewhere. What a walk alone cannot see is a chain that was rewritten whole or cut at its end: {@link
 * #contradicts} compares it with a mark that was noted elsewhere.
 */
public final class ChainWalk {

    private static final HexFormat HEX = HexFormat.of();

    private long position;
    private String hash = HEX.formatHex(Chain.beginning());

    /**
     * A link as it is stored.
     *
     * @param position 1, 2, 3 ... without a gap
     * @param log {@code event} or {@code audit}
     * @param seq the row's number in its log
     * @param previousHash hexadecimal
     * @param hash hexadecimal
     */
    public record Link(long position, String log, long seq, String previousHash, String hash) {}

    /**
     * A link that does not hold.
     *
     * @param why what is wrong, for people
     */
    public record Broken(long position, String log, long seq, String why) {}

    /**
     * How far a chain had come.
     *
     * @param position the last position; 0 when nothing was sealed yet
     * @param hash its hash, hexadecimal
     */
    public record Mark(long position, String hash) {}

    /**
     * Goes on to the next link.
     *
     * @param row what stands in the log under the link's number now; null if nothing does
     * @return why the link does not hold, if it does not; then the walk is over
     */
    public Optional<Broken> next(Link link, @Nullable LoggedRow row) {
        String why = fault(link, row);
        if (why != null) {
            return Optional.of(new Broken(link.position(), link.log(), link.seq(), why));
        }
        position = link.position();
        hash = link.hash();
        return Optional.empty();
    }

    private @Nullable String fault(Link link, @Nullable LoggedRow row) {
        if (link.position() != position + 1) {
            return "position %d is missing".formatted(position + 1);
        }
        if (!hash.equals(link.previousHash())) {
            return "it does not follow from the link before it";
        }
        if (row == null || !row.log().equals(link.log())) {
            return "its row is gone";
        }
        String computed = HEX.formatHex(Chain.link(HEX.parseHex(hash), link.position(), row));
        return computed.equals(link.hash()) ? null : "its row was changed";
    }

    /** Where the walk stands. */
    public Mark reached() {
        return new Mark(position, hash);
    }

    /** Whether the walk stands where the mark says another hash was. */
    public boolean contradicts(Mark noted) {
        return noted.position() == position && !noted.hash().equals(hash);
    }
}

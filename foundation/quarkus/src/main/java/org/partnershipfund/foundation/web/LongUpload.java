package org.partnershipfund.foundation.web;

import java.util.stream.IntStream;

/**
 * A door that takes longer or shorter bodies than the others; a service has one bean for each. The server's own limit
 * ({@code quarkus.http.limits.max-body-size}) must be above it.
 *
 * @param path of the door, without parameters; a segment in braces, such as <code>{id}</code>, is any one segment
 * @param mostBytes how many its body has at most
 */
public record LongUpload(String path, long mostBytes) {

    boolean is(String asked) {
        String[] ours = path.split("/", -1);
        String[] theirs = asked.split("/", -1);
        return ours.length == theirs.length
                && IntStream.range(0, ours.length)
                        .allMatch(place -> ours[place].startsWith("{") || ours[place].equals(theirs[place]));
    }
}

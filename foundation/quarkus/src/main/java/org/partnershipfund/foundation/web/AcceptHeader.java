package org.partnershipfund.foundation.web;

import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.partnershipfund.foundation.problem.ProblemException;

/**
 * What a caller would like to be answered in. The framework fails on a media type that is none, and answers several
 * headers, of which one is empty, in a type that no door has; so it is given one header that can be read, or none.
 */
final class AcceptHeader {

    private static final String NAME = "Accept";
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]++";
    private static final String WEIGHT = "[qQ]=(?:0?\\.[0-9]{1,3}|0\\.?|1(?:\\.0{0,3})?)";
    private static final String PARAMETER = "(?![qQ]=)" + TOKEN + "=(?:" + TOKEN + "|\"[^\"\\\\]*+\")";

    /**
     * A media range with its parameters, as RFC 9110 §12.5.1 writes it, without commas within quotes; and a lone star and
     * weights without their zero, because Java's own connections sent them up to version 17.
     */
    private static final Pattern RANGE = Pattern.compile(
            "(?:\\*|" + TOKEN + "/" + TOKEN + ")(?:[ \\t]*+;[ \\t]*+(?:" + WEIGHT + "|" + PARAMETER + ")?)*+");

    private AcceptHeader() {}

    /**
     * Makes one header of several.
     *
     * @return the refusal, if it cannot be read
     */
    static Optional<ProblemException> tidy(MultiMap headers) {
        List<String> sent = headers.getAll(NAME);
        List<String> ranges = sent.stream()
                .flatMap(value -> Pattern.compile(",").splitAsStream(value))
                .map(String::strip)
                .filter(range -> !range.isEmpty())
                .toList();
        Optional<String> wrong =
                ranges.stream().filter(range -> !RANGE.matcher(range).matches()).findFirst();
        if (wrong.isPresent()) {
            return Optional.of(ProblemException.parameter(
                    NAME, wrong.get(), "it must be a list of media types, such as application/json, text/csv;q=0.5"));
        }
        if (ranges.isEmpty()) {
            headers.remove(NAME);
        } else if (sent.size() > 1 || ranges.size() > 1) {
            headers.set(NAME, String.join(", ", ranges));
        }
        return Optional.empty();
    }
}

package org.partnershipfund.foundation.print;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;

/**
 * How a page looks, on the screen and on paper.
 *
 * @param css written into the page as it is
 */
public record Style(String css) {

    /**
     * The style in a file of the service.
     *
     * @param resource such as {@code /templates/menu/menu.css}
     * @param of a class beside which it lies
     * @throws NullPointerException if there is no such file
     */
    public static Style load(Class<?> of, String resource) {
        try (InputStream file = Objects.requireNonNull(of.getResourceAsStream(resource), resource)) {
            return new Style(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }

    /** What a browser may do with the page (Content-Security-Policy): show it in this style, and nothing else. */
    String policy() {
        return "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
                .formatted(Base64.getEncoder().encodeToString(Sha256.of(css.getBytes(StandardCharsets.UTF_8))));
    }
}

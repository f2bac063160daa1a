package org.partnershipfund.foundation.print;

import static jakarta.ws.rs.core.HttpHeaders.VARY;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Answers with a page or with the same on paper, whichever the caller asks for: of one template, with the same bytes for the
 * same content, and nothing in it that runs, loads or steers.
 */
public final class PrintedPages {

    /** The page to read on a screen. */
    public static final String HTML = "text/html;charset=UTF-8";

    /** The page to print. */
    public static final String PDF = "application/pdf";

    private static final List<Variant> VARIANTS = Variant.mediaTypes(
                    MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"), MediaType.valueOf(PDF))
            .build();

    /** What XML cannot hold (XML 1.0 §2.2), in no way, so a PDF neither. */
    private static final Pattern UNWRITABLE =
            Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    /** Marks without a shape that turn the direction of what follows, or hide within words. */
    private static final Pattern STEERING =
            Pattern.compile("[\\u061C\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFEFF]");

    private final Style style;
    private final Printer printer;

    /**
     * Pages of one style.
     *
     * @param style which the pages hold; a browser applies no other
     */
    public PrintedPages(Style style, Printer printer) {
        this.style = style;
        this.printer = printer;
    }

    /** The style that a template writes into its page. */
    public Style style() {
        return style;
    }

    /**
     * The page, or the page as PDF.
     *
     * @param page well-formed XHTML that holds {@link #style}
     * @param at what the PDF says about when it was made
     * @throws org.partnershipfund.foundation.problem.ProblemException 503 if too many others are being printed
     */
    public Response answer(String page, Instant at, Request request) {
        Variant variant = request.selectVariant(VARIANTS);
        String written = writable(page);
        boolean asPdf = variant.getMediaType().isCompatible(MediaType.valueOf(PDF));
        byte[] bytes = asPdf ? printer.print(written, at) : written.getBytes(StandardCharsets.UTF_8);
        return Response.ok(bytes, variant.getMediaType())
                .tag(new EntityTag(HexFormat.of().formatHex(Sha256.of(bytes), 0, 16)))
                .header(VARY, HttpHeaders.ACCEPT)
                .header("Content-Security-Policy", style.policy())
                .build();
    }

    /** What of a page can be written: characters that XML cannot hold become U+FFFD, steering marks go. */
    static String writable(String page) {
        return STEERING.matcher(UNWRITABLE.matcher(page).replaceAll("\uFFFD")).replaceAll("");
    }
}

package org.partnershipfund.allocation.adapter.rest;

import static jakarta.ws.rs.core.HttpHeaders.VARY;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.partnershipfund.allocation.letter.AllocationLetter;
import org.partnershipfund.allocation.letter.PartnerNotice;
import org.partnershipfund.allocation.letter.SchoolNotice;

/** Answers with a letter, as page or as PDF, whichever the caller asks for; both are of one template. */
@ApplicationScoped
class LetterPages {

    static final String HTML = "text/html;charset=UTF-8";
    static final String PDF = "application/pdf";

    private static final List<Variant> VARIANTS = Variant.mediaTypes(
                    MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"), MediaType.valueOf(PDF))
            .build();

    /** What XML cannot hold (XML 1.0 §2.2), in no way, so a PDF neither. */
    private static final Pattern UNWRITABLE =
            Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    /** The letters' templates, checked against these types when the service is built. */
    @CheckedTemplate(basePath = "letter", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance allocation(AllocationLetter letter, LetterSettings sender, Style style);

        static native TemplateInstance schoolNotice(SchoolNotice letter, LetterSettings sender, Style style);

        static native TemplateInstance partnerNotice(PartnerNotice letter, LetterSettings sender, Style style);
    }

    /** How all letters look. */
    record Style(String css) {

        static Style load() {
            try (var file = LetterPages.class.getResourceAsStream("/templates/letter/letter.css")) {
                return new Style(new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read letter.css", e);
            }
        }

        /** What a browser may do with the page: show it in this style, and nothing else. */
        String policy() {
            return "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
                    .formatted(Base64.getEncoder().encodeToString(digest(css.getBytes(StandardCharsets.UTF_8))));
        }
    }

    private final LetterSettings sender;
    private final Style style = Style.load();
    private final Printer printer = new Printer(2, Duration.ofSeconds(2));

    LetterPages(LetterSettings sender) {
        this.sender = sender;
    }

    Response answer(AllocationLetter letter, Request request) {
        return answer(Templates.allocation(letter, sender, style), letter.changedAt(), request);
    }

    Response answer(SchoolNotice letter, Request request) {
        return answer(
                Templates.schoolNotice(letter, sender, style),
                letter.ends().notice().importedAt(),
                request);
    }

    Response answer(PartnerNotice letter, Request request) {
        return answer(
                Templates.partnerNotice(letter, sender, style),
                letter.ends().notice().importedAt(),
                request);
    }

    private Response answer(TemplateInstance letter, Instant at, Request request) {
        Variant variant = request.selectVariant(VARIANTS);
        String page = UNWRITABLE.matcher(letter.render()).replaceAll("\uFFFD");
        boolean asPdf = variant.getMediaType().isCompatible(MediaType.valueOf(PDF));
        byte[] bytes = asPdf ? printer.print(page, at) : page.getBytes(StandardCharsets.UTF_8);
        return Response.ok(bytes, variant.getMediaType())
                .tag(new EntityTag(HexFormat.of().formatHex(digest(bytes), 0, 16)))
                .header(VARY, HttpHeaders.ACCEPT)
                .header("Content-Security-Policy", style.policy())
                .build();
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

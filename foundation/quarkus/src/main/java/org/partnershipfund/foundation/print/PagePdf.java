package org.partnershipfund.foundation.print;

import static com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/**
 * Makes a PDF of one of our pages: US Letter, tagged for screen readers (PDF/UA), fonts embedded, the same bytes for the
 * same page. Nothing is ever loaded from outside of the page.
 *
 * <p>Why this library: docs/decisions/0011-letters-as-html-and-pdf.md.
 */
public final class PagePdf {

    private static final String FAMILY = "Liberation Sans";

    private PagePdf() {}

    /**
     * The page as PDF.
     *
     * @param page well-formed XHTML with title, language and its style within it
     * @param at what the document says about when it was made
     */
    public static byte[] of(String page, Instant at) {
        var bytes = new ByteArrayOutputStream();
        try (var document = new DatedDocument(at);
                var renderer = new PdfRendererBuilder()
                        .useFont(() -> font("Regular"), FAMILY, 400, FontStyle.NORMAL, true)
                        .useFont(() -> font("Bold"), FAMILY, 700, FontStyle.NORMAL, true)
                        .useExternalResourceAccessControl((address, type) -> false, RUN_BEFORE_RESOLVING_URI)
                        .usePdfUaAccessibility(true)
                        .usePdfVersion(1.7f)
                        .withProducer("Partnership Fund")
                        .withHtmlContent(page, null)
                        .usePDDocument(document)
                        .buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("no file is touched, so none can fail", e);
        }
    }

    private static InputStream font(String weight) {
        return Objects.requireNonNull(
                PagePdf.class.getResourceAsStream("/liberation/LiberationSans-%s.ttf".formatted(weight)));
    }

    /** A document whose only instant is the one it was given; the library would write the time of day. */
    private static final class DatedDocument extends PDDocument {

        private final Instant at;

        DatedDocument(Instant at) {
            this.at = at;
            setDocumentId(at.getEpochSecond());
        }

        @Override
        public void setDocumentInformation(PDDocumentInformation information) {
            var moment = GregorianCalendar.from(at.atZone(ZoneOffset.UTC));
            information.setCreationDate(moment);
            information.setModificationDate(moment);
            super.setDocumentInformation(information);
        }
    }
}

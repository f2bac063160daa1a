package org.partnershipfund.approval.adapter.rest;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.partnershipfund.approval.history.PublicRecord;
import org.partnershipfund.foundation.print.PrintedPages;
import org.partnershipfund.foundation.print.Printer;
import org.partnershipfund.foundation.print.Style;

/** Answers with the file of a selection, as page or as PDF, whichever the caller asks for; both are of one template. */
@ApplicationScoped
class RecordPages {

    static final String HTML = PrintedPages.HTML;
    static final String PDF = PrintedPages.PDF;

    /** The template, checked against this type when the service is built. */
    @CheckedTemplate(basePath = "record", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance selection(PublicRecord record, Style style);
    }

    private final PrintedPages pages = new PrintedPages(
            Style.load(RecordPages.class, "/templates/record/record.css"), new Printer(2, Duration.ofSeconds(2)));

    Response answer(PublicRecord record, Request request) {
        return pages.answer(Templates.selection(record, pages.style()).render(), record.changedAt(), request);
    }
}

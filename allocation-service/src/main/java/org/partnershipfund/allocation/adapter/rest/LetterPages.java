package org.partnershipfund.allocation.adapter.rest;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.partnershipfund.allocation.letter.AllocationLetter;
import org.partnershipfund.allocation.letter.PartnerNotice;
import org.partnershipfund.allocation.letter.SchoolNotice;
import org.partnershipfund.foundation.print.PrintedPages;
import org.partnershipfund.foundation.print.Printer;
import org.partnershipfund.foundation.print.Style;

/** Answers with a letter, as page or as PDF, whichever the caller asks for; both are of one template. */
@ApplicationScoped
class LetterPages {

    static final String HTML = PrintedPages.HTML;
    static final String PDF = PrintedPages.PDF;

    /** The letters' templates, checked against these types when the service is built. */
    @CheckedTemplate(basePath = "letter", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance allocation(AllocationLetter letter, LetterSettings sender, Style style);

        static native TemplateInstance schoolNotice(SchoolNotice letter, LetterSettings sender, Style style);

        static native TemplateInstance partnerNotice(PartnerNotice letter, LetterSettings sender, Style style);
    }

    private final LetterSettings sender;
    private final PrintedPages pages = new PrintedPages(
            Style.load(LetterPages.class, "/templates/letter/letter.css"), new Printer(2, Duration.ofSeconds(2)));

    LetterPages(LetterSettings sender) {
        this.sender = sender;
    }

    Response answer(AllocationLetter letter, Request request) {
        return pages.answer(Templates.allocation(letter, sender, pages.style()).render(), letter.changedAt(), request);
    }

    Response answer(SchoolNotice letter, Request request) {
        return pages.answer(
                Templates.schoolNotice(letter, sender, pages.style()).render(),
                letter.ends().notice().importedAt(),
                request);
    }

    Response answer(PartnerNotice letter, Request request) {
        return pages.answer(
                Templates.partnerNotice(letter, sender, pages.style()).render(),
                letter.ends().notice().importedAt(),
                request);
    }
}

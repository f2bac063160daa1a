package org.partnershipfund.portfolio.adapter.rest;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.partnershipfund.foundation.print.PrintedPages;
import org.partnershipfund.foundation.print.Printer;
import org.partnershipfund.foundation.print.Style;
import org.partnershipfund.foundation.problem.ProblemException;
import org.partnershipfund.kernel.Words;

/** The menu as page or as PDF, whichever the caller asks for; both are of one template, and the same for the same menu. */
@ApplicationScoped
class MenuPages {

    static final String HTML = PrintedPages.HTML;
    static final String PDF = PrintedPages.PDF;

    /** What anybody may print at once; a larger menu is printed by service area. */
    static final int MOST_PRINTED = 500;

    /** The menu's template, checked against these types when the service is built. */
    @CheckedTemplate(basePath = "menu", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance menu(PrintedMenu menu, Style style);
    }

    private final PrintedPages pages = new PrintedPages(
            Style.load(MenuPages.class, "/templates/menu/menu.css"), new Printer(2, Duration.ofSeconds(10)));

    /**
     * Refuses what is too long to print at once.
     *
     * @throws ProblemException 400 if there are more programs than that
     */
    static void refuseMoreThanPrintable(int programs) {
        if (programs > MOST_PRINTED) {
            throw ProblemException.parameter(
                    "serviceArea",
                    "all that was asked for",
                    "more than %d programs are too many to print; print one service area at a time"
                            .formatted(MOST_PRINTED));
        }
    }

    /** Answers with the menu. */
    Response answer(PrintedMenu menu, Request request) {
        return pages.answer(
                Templates.menu(menu, pages.style()).render(),
                menu.day().atStartOfDay(Words.DISTRICT).toInstant(),
                request);
    }
}

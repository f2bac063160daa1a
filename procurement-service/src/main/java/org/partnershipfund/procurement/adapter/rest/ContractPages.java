package org.partnershipfund.procurement.adapter.rest;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.partnershipfund.foundation.print.PrintedPages;
import org.partnershipfund.foundation.print.Printer;
import org.partnershipfund.foundation.print.Style;
import org.partnershipfund.procurement.contract.ContractDocument;

/** Answers with a contract, as page or as PDF, whichever the caller asks for; both are of one template. */
@ApplicationScoped
class ContractPages {

    static final String HTML = PrintedPages.HTML;
    static final String PDF = PrintedPages.PDF;

    /** The template, checked against this type when the service is built. */
    @CheckedTemplate(basePath = "contract", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance contract(ContractDocument document, Style style);
    }

    private final PrintedPages pages = new PrintedPages(
            Style.load(ContractPages.class, "/templates/contract/contract.css"), new Printer(2, Duration.ofSeconds(2)));

    Response answer(ContractDocument document, Request request) {
        return pages.answer(Templates.contract(document, pages.style()).render(), document.changedAt(), request);
    }
}

package org.partnershipfund.procurement.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.partnershipfund.foundation.print.PagePdf;

/** The style of docs/policy/contracts.md §3.4, on paper. */
class PrintedContractTest {

    @Test
    void the_head_of_a_long_table_stands_on_every_page_that_it_reaches() throws IOException {
        String rows = IntStream.range(0, 120)
                .mapToObj("<tr><td>School %d</td><td>100-2536</td><td class=\"money\">$1.00</td></tr>"::formatted)
                .collect(Collectors.joining());
        String page = """
                <!DOCTYPE html>
                <html xmlns="http://www.w3.org/1999/xhtml" lang="en-US" xml:lang="en-US"><head><title>Contract</title>
                <meta name="description" content="One"/><meta name="subject" content="One"/><style>%s</style></head>
                <body><h3>What each school buys</h3><table><thead><tr><th>School</th><th>Charged to</th>
                <th class="money">Amount</th></tr></thead><tbody>%s</tbody></table></body></html>
                """.formatted(css(), rows);

        try (var pdf = Loader.loadPDF(PagePdf.of(page, Instant.parse("2018-07-02T15:00:00Z")))) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(2);
            for (int number = 1; number <= pdf.getNumberOfPages(); number++) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(number);
                stripper.setEndPage(number);
                assertThat(stripper.getText(pdf)).contains("Charged to", "Page " + number);
            }
        }
    }

    private static String css() throws IOException {
        try (var style = Objects.requireNonNull(
                PrintedContractTest.class.getResourceAsStream("/templates/contract/contract.css"))) {
            return new String(style.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

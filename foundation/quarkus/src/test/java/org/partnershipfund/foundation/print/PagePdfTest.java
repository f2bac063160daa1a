package org.partnershipfund.foundation.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page becomes a PDF that anybody can read, and the same one each time. */
class PagePdfTest {

    private static final Instant AT = Instant.parse("2017-12-08T14:00:00Z");

    @Test
    void names_beyond_western_letters_are_printed() throws IOException {
        try (var pdf = Loader.loadPDF(PagePdf.of(page("", "Škoda, Nguyễn Đặng, Ñandú, Ωmega, Жанна: $1,234.56"), AT))) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("Škoda, Nguyễn Đặng, Ñandú, Ωmega, Жанна: $1,234.56");
            for (var page : pdf.getPages()) {
                assertThat(page.getMediaBox().getWidth()).isEqualTo(PDRectangle.LETTER.getWidth());
                for (var name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
                }
            }
        }
    }

    @Test
    void a_screen_reader_finds_language_title_and_structure() throws IOException {
        try (var pdf = Loader.loadPDF(PagePdf.of(page("", "Text"), AT))) {
            var catalog = pdf.getDocumentCatalog();

            assertThat(catalog.getLanguage()).isEqualTo("en-US");
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getStructureTreeRoot().getKids()).isNotEmpty();
            assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("A letter");
            assertThat(pdf.getDocumentInformation().getCreationDate().toInstant())
                    .isEqualTo(AT);
            assertThat(new String(catalog.getMetadata().toByteArray(), StandardCharsets.UTF_8))
                    .contains("<pdfuaid:part>1</pdfuaid:part>", "A test");
        }
    }

    @Test
    void the_same_page_gives_the_same_bytes() {
        byte[] first = PagePdf.of(page("", "Text"), AT);

        assertThat(PagePdf.of(page("", "Text"), AT)).isEqualTo(first);
        assertThat(PagePdf.of(page("", "Other"), AT)).isNotEqualTo(first);
    }

    @Test
    void nothing_outside_of_the_page_is_read(@TempDir Path folder) throws IOException {
        Path style = Files.writeString(folder.resolve("hide.css"), "p { display: none; }");
        String link = "<link rel=\"stylesheet\" href=\"%s\"/>".formatted(style.toUri());

        try (var pdf = Loader.loadPDF(PagePdf.of(page(link, "Still here"), AT))) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("Still here");
        }
    }

    private static String page(String head, String text) {
        return """
                <!DOCTYPE html>
                <html xmlns="http://www.w3.org/1999/xhtml" lang="en-US" xml:lang="en-US"><head><title>A letter</title>
                <meta name="subject" content="A test"/>
                <style>@page { size: 8.5in 11in; } body { font-family: 'Liberation Sans'; }</style>%s</head>
                <body><p>%s</p></body></html>
                """.formatted(head, text);
    }
}

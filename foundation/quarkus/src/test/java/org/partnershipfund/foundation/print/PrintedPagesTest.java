package org.partnershipfund.foundation.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever people write as names and texts is printed as text, and a page stays a page. */
class PrintedPagesTest {

    @ParameterizedTest(name = "{0} is gone")
    @ValueSource(strings = {"\u202E", "\u202A", "\u2066", "\u2069", "\u200E", "\u200F", "\u200B", "\uFEFF", "\u061C"})
    void a_mark_that_turns_or_hides_text_is_not_written(String mark) {
        assertThat(PrintedPages.writable("Harbor " + mark + "Club")).isEqualTo("Harbor Club");
    }

    @ParameterizedTest
    @CsvSource({
        "Škoda, Škoda",
        "Nguyễn Đặng, Nguyễn Đặng",
        "نور, نور",
        "🎵, 🎵",
        "a\u0001b, a\uFFFDb",
        "a\uFFFFb, a\uFFFDb"
    })
    void letters_stay_and_what_no_page_can_hold_is_marked(String written, String read) {
        assertThat(PrintedPages.writable(written)).isEqualTo(read);
    }

    @Test
    void a_lone_half_of_a_character_is_marked() {
        assertThat(PrintedPages.writable("a" + (char) 0xD83C + "b")).isEqualTo("a\uFFFDb");
    }

    @Test
    void a_word_longer_than_a_line_is_broken_and_none_of_it_is_cut() throws Exception {
        String word = "Supercalifragilistic".repeat(40);

        byte[] pdf = PagePdf.of("""
                <html lang="en-US"><head><title>T</title><meta name="description" content="d"/><meta name="subject" content="d"/>
                <style>@page { size: 8.5in 11in; margin: 1in } body { font-family: 'Liberation Sans'; word-wrap: break-word }</style>
                </head><body><p>%s</p></body></html>
                """.formatted(word), Instant.EPOCH);

        try (var read = Loader.loadPDF(pdf)) {
            var text = new PDFTextStripper();
            assertThat(text.getText(read).replaceAll("\\s", "")).contains(word);
            assertThat(text.getText(read).lines().mapToInt(String::length).max().orElse(0))
                    .isLessThan(100);
        }
    }
}

package org.partnershipfund.approval.adapter.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtStart;
import org.junit.jupiter.api.Test;
import org.partnershipfund.approval.support.CalendarEntry;

/** The calendar file, byte by byte and as a parser reads it (RFC 5545). */
class Ical4jCalendarFilesTest {

    private static final CalendarEntry ENTRY = new CalendarEntry(
            "0160-1@partnership-fund",
            3,
            Instant.parse("2017-12-08T14:00:00Z"),
            Instant.parse("2017-12-11T14:00:00Z"),
            Instant.parse("2017-12-11T15:00:00Z"),
            CalendarEntry.State.CANCELLED,
            "Partnership Fund: Office hours",
            "Bolling Building, room 2-26; ask at the desk",
            "With the partnerships team.\nBring your allocation letter, your school plan and whatever you would like to ask about partners – ¿preguntas?");

    private final Ical4jCalendarFiles files = new Ical4jCalendarFiles("fund@district.example");

    @Test
    void an_entry_has_every_property_that_a_calendar_program_needs() {
        assertThat(files.write("Help", List.of(ENTRY)))
                .startsWith("BEGIN:VCALENDAR\r\n")
                .endsWith("END:VCALENDAR\r\n")
                .contains(
                        "VERSION:2.0\r\n",
                        "METHOD:PUBLISH\r\n",
                        "UID:0160-1@partnership-fund\r\n",
                        "ORGANIZER:mailto:fund@district.example\r\n",
                        "SEQUENCE:3\r\n",
                        "DTSTAMP:20171208T140000Z\r\n",
                        "DTSTART:20171211T140000Z\r\n",
                        "DTEND:20171211T150000Z\r\n",
                        "STATUS:CANCELLED\r\n",
                        "LOCATION:Bolling Building\\, room 2-26\\; ask at the desk\r\n");
    }

    @Test
    void lines_are_folded_and_end_with_cr_lf() {
        String file = files.write("Help", List.of(ENTRY));

        assertThat(file.replace("\r\n", "")).doesNotContain("\n", "\r");
        assertThat(file.split("\r\n", -1))
                .hasSizeGreaterThan(15)
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(75));
    }

    @Test
    void a_parser_reads_what_was_written() throws IOException, ParserException {
        Calendar read = new CalendarBuilder().build(new StringReader(files.write("Help", List.of(ENTRY))));

        VEvent event = (VEvent) read.getComponents("VEVENT").getFirst();
        assertThat(event.getSummary().getValue()).isEqualTo(ENTRY.title());
        assertThat(event.getDescription().getValue()).isEqualTo(ENTRY.about());
        assertThat(event.getLocation().getValue()).isEqualTo(ENTRY.place());
        assertThat(event.<DtStart<?>>getProperty("DTSTART").map(DtStart::getValue))
                .contains("20171211T140000Z");
    }

    @Test
    void the_same_entries_are_the_same_bytes_and_none_are_a_calendar_too() {
        assertThat(files.write("Help", List.of(ENTRY))).isEqualTo(files.write("Help", List.of(ENTRY)));
        assertThat(files.write("Help", List.of()))
                .startsWith("BEGIN:VCALENDAR\r\n")
                .doesNotContain("VEVENT");
    }
}

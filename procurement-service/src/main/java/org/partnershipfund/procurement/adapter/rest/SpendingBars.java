package org.partnershipfund.procurement.adapter.rest;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.partnershipfund.procurement.spending.SpendingReport;
import org.partnershipfund.procurement.spending.SpendingReport.Row;

/**
 * A bar per row: what is contracted, and darker what of it is paid; each with its amount in figures. Written with the
 * JDK's stream writer, as all plots are (ADR 0010).
 */
final class SpendingBars {

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();
    private static final int WIDTH = 900;
    private static final int NAMES = 290;
    private static final int AMOUNTS = 110;
    private static final int TOP = 76;
    private static final int ROW = 18;
    private static final int BAR = 12;
    private static final int LONGEST_NAME = 42;
    private static final String NOT_XML = "[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]";

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    private SpendingBars() throws XMLStreamException {
        xml = FACTORY.createXMLStreamWriter(text);
    }

    static String of(SpendingReport report, String asOf) {
        try {
            var bars = new SpendingBars();
            bars.write(report, asOf);
            return bars.text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write(SpendingReport report, String asOf) throws XMLStreamException {
        List<Row> rows = report.rows();
        int height = TOP + ROW * rows.size() + 40;
        String title = "Dollars by %s, as of %s".formatted(report.by().word().replace('-', ' '), asOf);
        String description = "Contracted: %s, of it paid: %s. Sole source: %s, %s percent of what is contracted."
                .formatted(report.contracted(), report.paid(), report.soleSource(), report.soleSourceShare());
        xml.writeStartElement("svg");
        attributes(
                "xmlns",
                "http://www.w3.org/2000/svg",
                "viewBox",
                "0 0 %d %d".formatted(WIDTH, height),
                "width",
                WIDTH,
                "height",
                height,
                "role",
                "img",
                "aria-labelledby",
                "plot-title plot-description",
                "lang",
                "en",
                "font-family",
                "Arial, 'DejaVu Sans', sans-serif",
                "fill",
                "#222222");
        words("title", title, "id", "plot-title");
        words("desc", description, "id", "plot-description");
        empty("rect", "width", WIDTH, "height", height, "fill", "#ffffff");
        words("text", title, "x", 20, "y", 30, "font-size", 18, "font-weight", "bold");
        words("text", description, "x", 20, "y", 54, "font-size", 12);
        double most =
                rows.isEmpty() ? 1 : Math.max(1, rows.getFirst().contracted().cents());
        int y = TOP;
        for (Row row : rows) {
            bar(row, most, y);
            y += ROW;
        }
        words("text", "Light: contracted. Dark: paid.", "x", 20, "y", y + 24, "font-size", 12);
        xml.writeEndElement();
        xml.flush();
    }

    private void bar(Row row, double most, int y) throws XMLStreamException {
        String name = row.of().name();
        String shown = name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME - 1)) + "…";
        words("text", shown, "x", NAMES - 10, "y", y + BAR, "font-size", 12, "text-anchor", "end");
        rectangle(row, row.contracted().cents() / most, y, "#9ecae1");
        rectangle(row, row.paid().cents() / most, y, "#08519c");
        words(
                "text",
                row.contracted().toString(),
                "x",
                WIDTH - 12,
                "y",
                y + BAR,
                "font-size",
                12,
                "text-anchor",
                "end");
    }

    private void rectangle(Row row, double share, int y, String colour) throws XMLStreamException {
        xml.writeStartElement("rect");
        attributes(
                "x",
                NAMES,
                "y",
                y + 1,
                "width",
                at(Math.max(0, share) * (WIDTH - NAMES - AMOUNTS)),
                "height",
                BAR,
                "fill",
                colour);
        words(
                "title",
                "%s: %s contracted, %s paid, processes: %d"
                        .formatted(row.of().name(), row.contracted(), row.paid(), row.processes()));
        xml.writeEndElement();
    }

    private void words(String element, String words, Object... attributes) throws XMLStreamException {
        xml.writeStartElement(element);
        attributes(attributes);
        xml.writeCharacters(words.replaceAll(NOT_XML, "\uFFFD"));
        xml.writeEndElement();
    }

    private void empty(String element, Object... attributes) throws XMLStreamException {
        xml.writeEmptyElement(element);
        attributes(attributes);
    }

    private void attributes(Object... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            xml.writeAttribute(attributes[i].toString(), attributes[i + 1].toString());
        }
    }

    private static String at(double coordinate) {
        return String.format(Locale.ROOT, "%.2f", coordinate);
    }
}

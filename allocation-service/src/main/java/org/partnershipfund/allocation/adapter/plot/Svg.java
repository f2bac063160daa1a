package org.partnershipfund.allocation.adapter.plot;

import java.io.StringWriter;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes one SVG document, element by element. Every text and attribute is escaped by the JDK's writer; what XML has no
 * character for becomes U+FFFD.
 */
final class Svg {

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();
    private static final String NOT_XML = "[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]";

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    /**
     * Begins a document with white ground.
     *
     * @param title what it shows, in a few words; a screen reader says it first
     * @param description what can be seen, with the figures
     */
    Svg(int width, int height, String title, String description) {
        try {
            xml = FACTORY.createXMLStreamWriter(text);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "viewBox",
                "0 0 %d %d".formatted(width, height),
                "width",
                width,
                "height",
                height,
                "role",
                "img",
                "aria-labelledby",
                "plot-title plot-description",
                "lang",
                "en",
                "font-family",
                "'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif",
                "fill",
                Ink.TEXT);
        words("title", title, "id", "plot-title");
        words("desc", description, "id", "plot-description");
        empty("rect", "width", width, "height", height, "fill", "#ffffff");
    }

    /** Opens an element; attributes as name and value by turns. */
    void open(String element, Object... attributes) {
        try {
            xml.writeStartElement(element);
            write(attributes);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Closes the element that was opened last. */
    void close() {
        try {
            xml.writeEndElement();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An element with nothing in it. */
    void empty(String element, Object... attributes) {
        try {
            xml.writeEmptyElement(element);
            write(attributes);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An element with words in it. */
    void words(String element, String words, Object... attributes) {
        open(element, attributes);
        try {
            xml.writeCharacters(words.replaceAll(NOT_XML, "\uFFFD"));
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        close();
    }

    /** The document; nothing can be added after. */
    String document() {
        try {
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    /** A coordinate: two decimals, the same on every machine. */
    static String at(double coordinate) {
        return String.format(Locale.ROOT, "%.2f", coordinate);
    }

    private void write(Object... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            Object value = attributes[i + 1];
            xml.writeAttribute(
                    attributes[i].toString(),
                    (value instanceof Double number ? at(number) : value.toString()).replaceAll(NOT_XML, "\uFFFD"));
        }
    }
}

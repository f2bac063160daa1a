package org.partnershipfund.procurement.adapter.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.procurement.adapter.DisclosureSettings;
import org.partnershipfund.procurement.adapter.TreeJson;
import org.partnershipfund.procurement.disclosure.Extension;
import org.partnershipfund.procurement.disclosure.Feed.Compiled;
import org.partnershipfund.procurement.disclosure.Feed.Told;
import org.partnershipfund.procurement.disclosure.Tag;
import org.partnershipfund.procurement.disclosure.Tree.Fields;

/** Writes the packages of OCDS 1.1 around documents as they were published; nothing in them is parsed or changed. */
@ApplicationScoped
class OcdsPackages {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final String VERSION = "1.1";

    private final DisclosureSettings settings;

    OcdsPackages(DisclosureSettings settings) {
        this.settings = settings;
    }

    /** What stands at the head of every package. */
    record Head(URI uri, Instant publishedDate, @Nullable URI next) {}

    /** A record with what belongs to it. */
    record OpenRecord(
            Compiled compiled,
            List<Told> releases,
            @Nullable Fields versioned) {}

    String releases(Head head, List<Told> releases) {
        return write(head, json -> {
            json.writeArrayFieldStart("releases");
            for (Told release : releases) {
                json.writeRawValue(release.document());
            }
            json.writeEndArray();
        });
    }

    /**
     * A package of records.
     *
     * @param base where releases are linked to; null embeds them
     */
    String records(Head head, List<OpenRecord> records, @Nullable URI base) {
        return write(head, json -> {
            json.writeArrayFieldStart("records");
            for (OpenRecord record : records) {
                write(record, base, json);
            }
            json.writeEndArray();
        });
    }

    private static void write(OpenRecord record, @Nullable URI base, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("ocid", record.compiled().ocid().value());
        json.writeArrayFieldStart("releases");
        for (Told release : record.releases()) {
            if (base == null) {
                json.writeRawValue(release.document());
            } else {
                link(release, base, json);
            }
        }
        json.writeEndArray();
        json.writeFieldName("compiledRelease");
        json.writeRawValue(record.compiled().document());
        Fields versioned = record.versioned();
        if (versioned != null) {
            json.writeFieldName("versionedRelease");
            json.writeRawValue(TreeJson.write(versioned));
        }
        json.writeEndObject();
    }

    /** The release's own package, with its id behind the mark, as the standard asks. */
    private static void link(Told release, URI base, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField(
                "url",
                base.resolve("/ocds/releases/%s#%s".formatted(release.id(), release.id()))
                        .toString());
        json.writeStringField("date", release.date().toString());
        json.writeArrayFieldStart("tag");
        for (Tag tag : release.tags()) {
            json.writeString(tag.word());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    @FunctionalInterface
    private interface Content {
        void write(JsonGenerator json) throws IOException;
    }

    private String write(Head head, Content content) {
        var text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("uri", head.uri().toString());
            json.writeStringField("version", VERSION);
            json.writeArrayFieldStart("extensions");
            for (Extension extension : Extension.values()) {
                json.writeString(extension.address());
            }
            json.writeEndArray();
            json.writeStringField("publishedDate", head.publishedDate().toString());
            json.writeObjectFieldStart("publisher");
            json.writeStringField("name", settings.district());
            json.writeStringField("scheme", settings.scheme());
            json.writeStringField("uid", settings.identifier());
            json.writeEndObject();
            json.writeStringField("license", settings.license());
            json.writeStringField("publicationPolicy", settings.policy());
            content.write(json);
            URI next = head.next();
            if (next != null) {
                json.writeObjectFieldStart("links");
                json.writeStringField("next", next.toString());
                json.writeEndObject();
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}

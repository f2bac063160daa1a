package org.partnershipfund.portfolio.adapter.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.partnershipfund.foundation.eventlog.WireJson;
import org.partnershipfund.portfolio.cycle.Cycle;
import org.partnershipfund.portfolio.edition.Edition;
import org.partnershipfund.portfolio.edition.Scribe;
import org.partnershipfund.portfolio.program.OfferedProgram;

/** Writes an edition's menu as JSON, by the mapper of events: what a door does to its JSON never changes a document. */
@ApplicationScoped
class JsonScribe implements Scribe {

    private final WireJson json;

    JsonScribe(WireJson json) {
        this.json = json;
    }

    @Override
    public String document(Cycle cycle, LocalDate day, List<OfferedProgram> menu) {
        return json.write(EditionJson.Menu.of(cycle, day, menu));
    }

    @Override
    public String digest(String document) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(document.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** What an edition says. */
    EditionJson.Menu read(Edition edition) {
        try {
            return json.read(edition.document().getBytes(StandardCharsets.UTF_8), EditionJson.Menu.class);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "edition %s cannot be read".formatted(edition.title().id()), e);
        }
    }
}

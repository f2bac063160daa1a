package org.partnershipfund.procurement.adapter.rest;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.partnershipfund.foundation.csv.CsvTable;
import org.partnershipfund.procurement.adapter.TreeJson;
import org.partnershipfund.procurement.disclosure.Feed;
import org.partnershipfund.procurement.disclosure.Feed.Compiled;
import org.partnershipfund.procurement.disclosure.Feed.Filter;
import org.partnershipfund.procurement.disclosure.Feed.Told;
import org.partnershipfund.procurement.disclosure.FlatTables;

/** Everything at once: read page after page, each in a short transaction of its own, never all of it in memory. */
@ApplicationScoped
class OcdsBulk {

    private static final int AT_ONCE = 200;

    private final Feed feed;

    OcdsBulk(Feed feed) {
        this.feed = feed;
    }

    /** Every release on a line of its own, in the order of the feed. */
    StreamingOutput releases() {
        return body -> {
            Writer text = writer(body);
            long after = 0;
            List<Told> page = List.of();
            do {
                long last = after;
                page = QuarkusTransaction.requiringNew().call(() -> feed.releases(Filter.EVERYTHING, last, AT_ONCE));
                for (Told release : page) {
                    text.write(release.document());
                    text.write('\n');
                    after = release.place();
                }
            } while (page.size() == AT_ONCE);
            text.flush();
        };
    }

    /** Every compiled release on a line of its own, by ocid. */
    StreamingOutput compiled() {
        return body -> {
            Writer text = writer(body);
            Iterator<Compiled> all = pages().iterator();
            while (all.hasNext()) {
                text.write(all.next().document());
                text.write('\n');
            }
            text.flush();
        };
    }

    /** Every table as a CSV file in one archive; for each of them all records are read once more. */
    StreamingOutput tables() {
        return body -> {
            var archive = new ZipOutputStream(new BufferedOutputStream(body), StandardCharsets.UTF_8);
            for (FlatTables table : FlatTables.values()) {
                archive.putNextEntry(new ZipEntry(table.file() + ".csv"));
                write(table, archive);
                archive.closeEntry();
            }
            archive.finish();
            archive.flush();
        };
    }

    private void write(FlatTables table, OutputStream body) throws IOException {
        var text = new OutputStreamWriter(body, StandardCharsets.UTF_8);
        Iterable<Object> rows = () -> pages().map(Compiled::document)
                .map(TreeJson::read)
                .<Object>flatMap(table::rows)
                .iterator();
        CsvTable.of(table.row()).write(rows, text);
        text.flush();
    }

    private Stream<Compiled> pages() {
        return Stream.iterate(
                        read(Optional.empty()),
                        page -> !page.isEmpty(),
                        page -> page.size() < AT_ONCE ? List.of() : read(Optional.of(page.getLast())))
                .flatMap(List::stream);
    }

    private List<Compiled> read(Optional<Compiled> last) {
        return QuarkusTransaction.requiringNew()
                .call(() -> feed.records(last.map(Compiled::ocid), Optional.empty(), AT_ONCE));
    }

    private static Writer writer(OutputStream body) {
        return new OutputStreamWriter(new BufferedOutputStream(body), StandardCharsets.UTF_8);
    }
}

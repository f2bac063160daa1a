package org.partnershipfund.foundation.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnershipfund.testkit.Documents.docx;
import static org.partnershipfund.testkit.Documents.jpeg;
import static org.partnershipfund.testkit.Documents.pdf;
import static org.partnershipfund.testkit.Documents.png;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.partnershipfund.testkit.Mutations;

/** However a file was damaged: its inspection ends with a word about it. */
class DamagedFilesTest {

    private static final List<byte[]> GOOD = List.of(docx(), docx(), pdf(), png(), jpeg());

    private static Path file = Path.of("");

    @BeforeContainer
    static void make() throws IOException {
        file = Files.createTempFile("damaged", ".bin");
    }

    @AfterContainer
    static void remove() throws IOException {
        Files.delete(file);
    }

    @Property(tries = 4_000)
    void a_damaged_file_is_admitted_or_not_and_never_fails_the_inspection(@ForAll Random dice) throws IOException {
        Files.write(file, Mutations.of(GOOD.get(dice.nextInt(GOOD.size())), dice));

        assertThat(FileInspector.inspect(file)).isNotNull();
    }
}

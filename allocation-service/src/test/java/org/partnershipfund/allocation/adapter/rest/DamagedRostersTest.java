package org.partnershipfund.allocation.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnershipfund.allocation.fixtures.District.ADAMS;
import static org.partnershipfund.allocation.fixtures.District.BAKER;
import static org.partnershipfund.allocation.fixtures.District.CURIE;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.partnershipfund.allocation.fixtures.District;
import org.partnershipfund.allocation.fixtures.InMemory;
import org.partnershipfund.foundation.problem.ProblemException;
import org.partnershipfund.testkit.Mutations;

/** However a OneRoster file was damaged: it is read, its faults are told, or it is refused. */
class DamagedRostersTest {

    private final InMemory.SchoolMap schools = new InMemory.SchoolMap();
    private final OneRosterZip door = new OneRosterZip(schools);

    DamagedRostersTest() {
        schools.keep(List.of(ADAMS, BAKER, CURIE), District.IN_NOVEMBER);
    }

    @Property(tries = 5_000)
    void a_damaged_zip_is_read_or_refused_in_words(@ForAll Random dice) {
        read(Mutations.of(new Roster().zip(), dice));
    }

    @Property(tries = 5_000)
    void a_zip_of_damaged_files_is_read_or_refused_in_words(@ForAll Random dice) throws IOException {
        read(zipOfDamaged(new Roster().zip(), dice));
    }

    private void read(byte[] zip) {
        try {
            var roster = door.read(new ByteArrayInputStream(zip), LocalDate.of(2017, 10, 1));

            assertThat(roster.report().faults())
                    .allSatisfy(fault -> assertThat(fault.reason()).isNotBlank());
        } catch (ProblemException refused) {
            assertThat(refused.problem().status()).isIn(400, 413);
        }
    }

    private static byte[] zipOfDamaged(byte[] good, Random dice) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(good), StandardCharsets.UTF_8)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(dice.nextBoolean() ? Mutations.of(file.getValue(), dice) : file.getValue());
            }
        }
        return bytes.toByteArray();
    }
}

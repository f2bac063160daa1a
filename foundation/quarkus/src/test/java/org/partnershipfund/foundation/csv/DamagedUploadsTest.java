package org.partnershipfund.foundation.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.partnershipfund.foundation.problem.ProblemException;
import org.partnershipfund.testkit.Mutations;

/** However an upload was damaged: it is read, or its faults are told, or it is refused. */
class DamagedUploadsTest {

    private static final Column<?>[] COLUMNS = {
        Column.schoolCode("school_code"),
        Column.text("name", 20),
        Column.whole("pupils", 0, 5_000),
        Column.decimal("index", "0", "1", 6),
        Column.money("award"),
        Column.date("on").orEmpty()
    };

    private static final byte[] GOOD = """
            school_code,name,pupils,index,award,on
            00350231,Perkins,238,0.681818,52775.72,2018-07-01
            00350000,"O'Bryant, ""Roxbury"\"",0,1,0.00,
            00350004,Two words,17,0.5,-3.50,2019-06-30
            """.getBytes(StandardCharsets.UTF_8);

    @Property(tries = 20_000)
    void a_damaged_upload_is_read_or_refused_in_words(@ForAll Random dice) {
        byte[] damaged = Mutations.of(GOOD, dice);
        List<Long> kept = new ArrayList<>();
        try {
            CsvReport report = CsvImport.of(COLUMNS)
                    .upTo(10_000, 50)
                    .read(new ByteArrayInputStream(damaged), CsvRow::line, kept::add);

            if (report.lines() > 0) {
                assertThat(report.faultyLines() + kept.size()).isEqualTo(report.lines());
            }
            assertThat(report.faults())
                    .allSatisfy(fault -> assertThat(fault.reason()).isNotBlank());
        } catch (ProblemException refused) {
            assertThat(refused.problem().status()).isIn(400, 413);
        }
    }
}

package org.partnershipfund.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceivedFileTest {

    @ParameterizedTest(name = "a {0} called {1} and declared {2}: {3}")
    @CsvSource({
        "PDF, report.pdf, , true",
        "PDF, REPORT.PDF, pdf, true",
        "JPEG, photo.jpg, jpeg, true",
        "DOCX, report.pdf, , false",
        "PDF, report, , false",
        "PDF, report.pdf.exe, , false",
        "PDF, report.pdf, png, false",
    })
    void a_file_is_called_what_its_name_and_its_declaration_say(
            FileType type, String name, String declared, boolean isIt) {
        var file = new ReceivedFile(
                name, Optional.ofNullable(declared).map(FileType::of), new Inspection.Admitted(type), 9, "ab");

        assertThat(file.isCalled(type)).isEqualTo(isIt);
    }
}

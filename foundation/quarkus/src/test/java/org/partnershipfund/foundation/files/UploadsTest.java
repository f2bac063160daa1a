package org.partnershipfund.foundation.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.partnershipfund.kernel.FileType;

class UploadsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "report.pdf; report.pdf",
                "C:\\papers\\report.pdf; report.pdf",
                "../../etc/report.pdf; report.pdf",
                "' report.pdf '; report.pdf",
                "papers/; file"
            })
    void a_name_is_kept_without_folders(String said, String name) {
        assertThat(Uploads.name(said)).isEqualTo(name);
    }

    @Test
    void a_name_is_kept_without_what_no_name_has() {
        assertThat(Uploads.name("re\r\nport.pdf")).isEqualTo("report.pdf");
    }

    @Test
    void only_a_type_of_ours_is_declared_by_a_content_type() {
        assertThat(Uploads.declared("application/pdf; charset=binary")).contains(FileType.PDF);
        assertThat(Uploads.declared(Uploads.DOCX)).contains(FileType.DOCX);
        assertThat(Uploads.declared("application/octet-stream")).isEmpty();
        assertThat(Uploads.declared(null)).isEqualTo(Optional.empty());
    }
}

package org.partnershipfund.foundation.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LongUploadTest {

    @ParameterizedTest(name = "{0} is the door {1}: {2}")
    @CsvSource({
        "/evidence, /evidence, true",
        "/evidence/7, /evidence, false",
        "/, /evidence, false",
        "/selections/7/attachments, /selections/{id}/attachments, true",
        "/selections/7/attachments/8, /selections/{id}/attachments, false",
        "/selections/7/comments, /selections/{id}/attachments, false",
        "/selections/attachments, /selections/{id}/attachments, false",
    })
    void a_door_is_known_by_its_path_whatever_stands_in_braces(String asked, String door, boolean isIt) {
        assertThat(new LongUpload(door, 1).is(asked)).isEqualTo(isIt);
    }
}

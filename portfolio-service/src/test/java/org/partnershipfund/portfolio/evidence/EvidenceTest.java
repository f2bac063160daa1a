package org.partnershipfund.portfolio.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnershipfund.portfolio.fixtures.Harbor.APPLICATION;
import static org.partnershipfund.portfolio.fixtures.Harbor.DIRECTOR;
import static org.partnershipfund.portfolio.fixtures.Harbor.ON_5_OCTOBER;
import static org.partnershipfund.portfolio.fixtures.Harbor.id;
import static org.partnershipfund.portfolio.fixtures.Harbor.intended;
import static org.partnershipfund.portfolio.fixtures.Harbor.returned;
import static org.partnershipfund.portfolio.fixtures.Harbor.submitted;
import static org.partnershipfund.portfolio.fixtures.Harbor.suspended;
import static org.partnershipfund.portfolio.fixtures.Harbor.vetted;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.FileType;
import org.partnershipfund.kernel.Inspection;
import org.partnershipfund.kernel.ReceivedFile;
import org.partnershipfund.portfolio.evidence.EvidenceRefusal.EvidenceTwice;
import org.partnershipfund.portfolio.evidence.EvidenceRefusal.FileDisguised;
import org.partnershipfund.portfolio.evidence.EvidenceRefusal.FileNotAdmitted;
import org.partnershipfund.portfolio.evidence.EvidenceRefusal.FileSwells;
import org.partnershipfund.portfolio.evidence.EvidenceRefusal.TooLateForEvidence;
import org.partnershipfund.portfolio.evidence.EvidenceRefusal.TooMuchEvidence;
import org.partnershipfund.portfolio.vetting.Application;

/** Policy §6 "Evidence". */
class EvidenceTest {

    private static final EvidenceId ID = new EvidenceId(id("0501"));
    private static final Inspection A_PDF = new Inspection.Admitted(FileType.PDF);

    static Stream<Application> what_is_not_decided() {
        return Stream.of(intended(), submitted(), returned());
    }

    @ParameterizedTest
    @MethodSource("what_is_not_decided")
    void what_is_not_decided_takes_evidence(Application application) {
        assertThat(add(application, List.of(), file("report.pdf", A_PDF)))
                .isEqualTo(Decision.accept(evidence("report.pdf", "ab")));
    }

    @Test
    void what_is_decided_takes_none() {
        assertThat(add(vetted(), List.of(), file("report.pdf", A_PDF)))
                .isEqualTo(Decision.refuse(new TooLateForEvidence(APPLICATION, "vetted")));
        assertThat(add(suspended(), List.of(), file("report.pdf", A_PDF)))
                .isEqualTo(Decision.refuse(new TooLateForEvidence(APPLICATION, "suspended")));
    }

    @Test
    void the_same_content_is_not_sent_twice_whatever_it_is_called() {
        assertThat(add(submitted(), List.of(evidence("first.pdf", "ab")), file("second.pdf", A_PDF)))
                .isEqualTo(Decision.refuse(new EvidenceTwice("second.pdf", "first.pdf", ID)));
    }

    @Test
    void an_application_has_fifty_files_at_most() {
        List<Evidence> fifty = IntStream.range(0, Evidence.MOST_FILES)
                .mapToObj(number -> evidence(number + ".pdf", "digest " + number))
                .toList();

        assertThat(add(submitted(), fifty.subList(1, 50), file("last.pdf", A_PDF)))
                .isInstanceOf(Decision.Accepted.class);
        assertThat(add(submitted(), fifty, file("more.pdf", A_PDF)))
                .isEqualTo(Decision.refuse(new TooMuchEvidence(APPLICATION, 50)));
    }

    @Test
    void what_is_not_admitted_or_swells_is_refused_with_what_was_found() {
        assertThat(add(submitted(), List.of(), file("a.pdf", new Inspection.NotAdmitted("it is empty"))))
                .isEqualTo(Decision.refuse(new FileNotAdmitted("a.pdf", "it is empty")));
        assertThat(add(submitted(), List.of(), file("a.docx", new Inspection.Swells("too many parts"))))
                .isEqualTo(Decision.refuse(new FileSwells("a.docx", "too many parts")));
        assertThat(new FileNotAdmitted("a.pdf", "it is empty").sentence())
                .isEqualTo(
                        "File 'a.pdf' is not admitted: it is empty. Send a whole file of one of these types: PDF, PNG, JPEG, DOCX.");
    }

    @ParameterizedTest(name = "a {0} called {1} and declared {2}: {3}")
    @CsvSource({
        "PDF, report.pdf, , true",
        "PDF, REPORT.PDF, pdf, true",
        "JPEG, photo.jpg, jpeg, true",
        "JPEG, photo.jpeg, , true",
        "DOCX, plan.docx, docx, true",
        "PDF, report.docx, , false",
        "DOCX, report.pdf, , false",
        "PDF, report, , false",
        "PDF, report.pdf.exe, , false",
        "PDF, report.pdf, png, false",
    })
    void name_and_declared_type_agree_with_the_content(FileType found, String name, String declared, boolean fits) {
        var file = new ReceivedFile(
                name, Optional.ofNullable(declared).map(FileType::of), new Inspection.Admitted(found), 9, "ab");

        var decision = add(submitted(), List.of(), file);

        if (fits) {
            assertThat(decision).isInstanceOf(Decision.Accepted.class);
        } else {
            assertThat(decision).isEqualTo(Decision.refuse(new FileDisguised(name, found.name())));
        }
    }

    private static Decision<Evidence> add(Application application, List<Evidence> before, ReceivedFile file) {
        return Evidence.add(ID, application, before, file, Optional.of("quality"), DIRECTOR, ON_5_OCTOBER);
    }

    private static ReceivedFile file(String name, Inspection inspection) {
        return new ReceivedFile(name, Optional.empty(), inspection, 9, "ab");
    }

    private static Evidence evidence(String name, String digest) {
        return new Evidence(
                ID, APPLICATION, name, FileType.PDF, 9, digest, Optional.of("quality"), DIRECTOR, ON_5_OCTOBER);
    }
}

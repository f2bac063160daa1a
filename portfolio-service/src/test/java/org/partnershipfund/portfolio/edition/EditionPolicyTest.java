package org.partnershipfund.portfolio.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.portfolio.cycle.Cycle;
import org.partnershipfund.portfolio.edition.EditionRefusal.CycleStillOpen;
import org.partnershipfund.portfolio.edition.EditionRefusal.EditionUnchanged;
import org.partnershipfund.portfolio.edition.EditionRefusal.EmptyMenu;
import org.partnershipfund.portfolio.fixtures.Harbor;
import org.partnershipfund.portfolio.fixtures.PolicyPage;
import org.partnershipfund.portfolio.partner.Partner;
import org.partnershipfund.portfolio.partner.PartnerKind;
import org.partnershipfund.portfolio.program.OfferedProgram;

/** The worked examples of editions in docs/policy/partner-vetting.md §5. */
class EditionPolicyTest {

    /** Writes how many programs there are and of which day; its digest is that text. */
    private static final Scribe COUNTING = new Scribe() {
        @Override
        public String document(Cycle cycle, LocalDate day, List<OfferedProgram> menu) {
            return "%d programs on %s".formatted(menu.size(), day);
        }

        @Override
        public String digest(String document) {
            return "digest of " + document;
        }
    };

    static Stream<List<String>> editions() {
        return PolicyPage.examples("editions").stream();
    }

    @ParameterizedTest
    @MethodSource("editions")
    void an_edition_is_published_when_the_page_says(List<String> example) {
        LocalDate today = LocalDate.parse(example.get(0));
        List<OfferedProgram> menu = Collections.nCopies(Integer.parseInt(example.get(1)), offered());
        int before = Integer.parseInt(example.get(2));
        String digest = COUNTING.digest(
                example.get(3).equals("yes") ? "another" : COUNTING.document(Harbor.autumn(), today, menu));

        var decision = Edition.publish(
                new EditionId(new UUID(0, 2)),
                Harbor.autumn(),
                newest(before, digest),
                menu,
                COUNTING,
                Harbor.TEAM_LEAD,
                today,
                Harbor.ON_1_NOVEMBER);

        assertThat(word(decision)).isEqualTo(example.get(4));
    }

    private static String word(Decision<Edition> decision) {
        return switch (decision) {
            case Decision.Accepted<Edition> accepted -> {
                Edition edition = accepted.state();
                assertThat(edition.title().digest()).isEqualTo(COUNTING.digest(edition.document()));
                yield "edition " + edition.title().number();
            }
            case Decision.Refused<Edition>(CycleStillOpen _) -> "cycle-still-open";
            case Decision.Refused<Edition>(EmptyMenu _) -> "menu-empty";
            case Decision.Refused<Edition>(EditionUnchanged _) -> "edition-unchanged";
            case Decision.Refused<Edition>(var why) -> why.sentence();
        };
    }

    private static Optional<Edition.Title> newest(int before, String digest) {
        return Optional.of(before)
                .filter(number -> number > 0)
                .map(number -> new Edition.Title(
                        new EditionId(new UUID(0, 1)),
                        Harbor.AUTUMN,
                        number,
                        LocalDate.of(2017, 10, 21),
                        3,
                        digest,
                        Harbor.TEAM_LEAD,
                        Harbor.ON_25_OCTOBER));
    }

    private static OfferedProgram offered() {
        return new OfferedProgram(
                new Versioned<>(Harbor.club(), 1),
                new Partner.Title(Harbor.ALLIANCE, "Harbor Youth Alliance", PartnerKind.NONPROFIT),
                Optional.empty());
    }
}

package org.partnershipfund.portfolio.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.partnershipfund.portfolio.fixtures.Harbor.ALLIANCE;
import static org.partnershipfund.portfolio.fixtures.Harbor.COLLEAGUE;
import static org.partnershipfund.portfolio.fixtures.Harbor.DIRECTOR;
import static org.partnershipfund.portfolio.fixtures.Harbor.ON_2_OCTOBER;
import static org.partnershipfund.portfolio.fixtures.Harbor.ON_5_OCTOBER;
import static org.partnershipfund.portfolio.fixtures.Harbor.alliance;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.partnershipfund.kernel.AuditTrail.Personal;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.portfolio.partner.PartnerEvent.PartnerMembersChanged;
import org.partnershipfund.portfolio.partner.PartnerEvent.PartnerRegistered;
import org.partnershipfund.portfolio.partner.PartnerRefusal.PartnerExists;

/** Policy §1 "Partners". */
class PartnerTest {

    @Test
    void who_registers_a_partner_is_its_first_member() {
        var decision = Partner.register(
                ALLIANCE,
                new Partner.Registration(
                        "Harbor Youth Alliance",
                        PartnerKind.NONPROFIT,
                        Optional.of("office@harbor-youth.example"),
                        Optional.of(TaxId.of("041234567"))),
                DIRECTOR,
                Optional.empty(),
                ON_2_OCTOBER);

        assertThat(decision)
                .isEqualTo(Decision.accept(
                        alliance(),
                        new PartnerRegistered(
                                ALLIANCE,
                                "Harbor Youth Alliance",
                                PartnerKind.NONPROFIT,
                                List.of(DIRECTOR),
                                ON_2_OCTOBER)));
        assertThat(alliance().isActedForBy(DIRECTOR)).isTrue();
        assertThat(alliance().isActedForBy(COLLEAGUE)).isFalse();
    }

    @Test
    void a_name_belongs_to_one_partner() {
        assertThat(Partner.register(
                        ALLIANCE,
                        new Partner.Registration(
                                "Harbor Youth Alliance", PartnerKind.BUSINESS, Optional.empty(), Optional.empty()),
                        COLLEAGUE,
                        Optional.of(ALLIANCE),
                        ON_2_OCTOBER))
                .isEqualTo(Decision.refuse(new PartnerExists("Harbor Youth Alliance", ALLIANCE)));
    }

    /** §1.4. */
    @Test
    void who_looks_alike_is_told_what_to_do_about_it() {
        var lookalike = new Lookalike(alliance().title(), false, 72);

        assertThat(lookalike.sentence(true))
                .contains("'Harbor Youth Alliance'", "has a similar name", "add you instead");
        var sameTaxId = new Lookalike(alliance().title(), true, 60);
        assertThat(sameTaxId.sentence(true)).contains("has given the same tax id");
        assertThat(sameTaxId.sentence(false)).contains("has a similar name").doesNotContain("tax id");
    }

    @Test
    void a_tax_id_has_nine_digits_and_tells_nothing_in_a_log() {
        assertThat(TaxId.of("041234567")).isEqualTo(TaxId.of("04-1234567"));
        assertThat(TaxId.of("041234567").written()).isEqualTo("04-1234567");
        assertThat(TaxId.of("041234567")).asString().doesNotContain("1234567");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TaxId.of("04-123"))
                .withMessage("a tax id has nine digits");
    }

    @Test
    void other_members_are_said_once_each() {
        var decision = Partner.changeMembers(alliance(), List.of(COLLEAGUE, DIRECTOR, COLLEAGUE), ON_5_OCTOBER);

        assertThat(decision.orRefuse().events())
                .isEqualTo(List.of(new PartnerMembersChanged(ALLIANCE, List.of(DIRECTOR, COLLEAGUE), ON_5_OCTOBER)));
    }

    @Test
    void the_same_members_change_nothing() {
        assertThat(Partner.changeMembers(alliance(), List.of(DIRECTOR), ON_5_OCTOBER))
                .isEqualTo(Decision.accept(alliance()));
    }

    @Test
    void a_partner_without_members_is_a_bug() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Partner.changeMembers(alliance(), List.of(), ON_5_OCTOBER));
    }

    @Test
    void the_audit_trail_keeps_the_address_as_personal_data() {
        assertThat(alliance().audited().contactEmail())
                .isEqualTo(new Personal("partner " + ALLIANCE.value(), "office@harbor-youth.example"));
    }
}

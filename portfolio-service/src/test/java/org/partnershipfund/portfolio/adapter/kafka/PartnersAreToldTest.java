package org.partnershipfund.portfolio.adapter.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.partnershipfund.contracts.ContractExecutedV1;
import org.partnershipfund.contracts.ContractShareV1;
import org.partnershipfund.contracts.InvoicePaidV1;
import org.partnershipfund.contracts.MoneyV1;
import org.partnershipfund.contracts.SelectionApprovedV1;
import org.partnershipfund.contracts.SelectionLineV1;
import org.partnershipfund.contracts.SelectionReturnedV2;
import org.partnershipfund.contracts.SelectionWithdrawnV2;
import org.partnershipfund.foundation.inbox.Heard;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.portfolio.adapter.kafka.PartnersAreTold.Chosen;
import org.partnershipfund.portfolio.adapter.kafka.PartnersAreTold.Contracted;
import org.partnershipfund.portfolio.adapter.kafka.PartnersAreTold.Paid;
import org.partnershipfund.portfolio.adapter.kafka.PartnersAreTold.Unchosen;
import org.partnershipfund.portfolio.partner.PartnerId;
import org.partnershipfund.portfolio.webhook.ChosenPartners;
import org.partnershipfund.portfolio.webhook.PartnerNews;
import org.partnershipfund.portfolio.webhook.Topic;

/** What each partner is told of what other services said. */
class PartnersAreToldTest {

    private static final UUID HARBOR = new UUID(0, 1);
    private static final UUID LANTERN = new UUID(0, 2);
    private static final Instant AT = Instant.parse("2018-03-01T12:00:00Z");

    private record Told(PartnerId partner, UUID message, Topic topic, Object data, Instant at) {}

    private static final class Recording implements PartnerNews {
        private final List<Told> all = new ArrayList<>();

        @Override
        public void tell(PartnerId partner, UUID message, Topic topic, Object data, Instant happenedAt) {
            all.add(new Told(partner, message, topic, data, happenedAt));
        }
    }

    private static final class Kept implements ChosenPartners {
        private final Map<UUID, Set<PartnerId>> all = new HashMap<>();

        @Override
        public void keep(UUID selection, Set<PartnerId> partners) {
            all.put(selection, partners);
        }

        @Override
        public Set<PartnerId> forget(UUID selection) {
            Set<PartnerId> partners = all.remove(selection);
            return partners == null ? Set.of() : partners;
        }
    }

    private final Recording news = new Recording();
    private final Kept chosen = new Kept();
    private final PartnersAreTold told = new PartnersAreTold(news, chosen);

    @Test
    void of_a_selection_with_two_partners_each_is_told_its_own_lines_only() {
        told.ofSelection(selection(line(HARBOR, 100), line(LANTERN, 200), line(HARBOR, 300)), heard("one"));

        assertThat(news.all).extracting(Told::partner).containsExactly(new PartnerId(HARBOR), new PartnerId(LANTERN));
        assertThat(news.all).extracting(Told::topic).containsOnly(Topic.SELECTION_APPROVED);
        assertThat(amounts(0)).containsExactly(money(100), money(300));
        assertThat(amounts(1)).containsExactly(money(200));
    }

    @Test
    void the_same_event_is_the_same_message_to_each_partner_and_another_to_another() {
        told.ofSelection(selection(line(HARBOR, 100), line(LANTERN, 200)), heard("one"));
        told.ofSelection(selection(line(HARBOR, 100), line(LANTERN, 200)), heard("one"));
        told.ofSelection(selection(line(HARBOR, 100)), heard("two"));

        List<UUID> messages = news.all.stream().map(Told::message).toList();
        assertThat(messages.subList(2, 4)).isEqualTo(messages.subList(0, 2));
        assertThat(messages.subList(0, 2)).doesNotHaveDuplicates().doesNotContain(messages.get(4));
    }

    @Test
    void who_was_told_of_a_selection_is_told_once_that_it_is_taken_back_and_nobody_else() {
        told.ofSelection(selection(line(HARBOR, 100), line(LANTERN, 200)), heard("one"));
        told.ofSelection(selection(line(HARBOR, 100)), heard("two"));

        told.ofWithdrawal(new SelectionWithdrawnV2(new UUID(2, 1), 2, new UUID(1, 3), "00350231", AT), heard("three"));
        told.ofReturn(
                new SelectionReturnedV2(new UUID(2, 1), 2, new UUID(1, 3), "00350231", "budget-office", AT),
                heard("four"));

        assertThat(news.all.subList(3, news.all.size())).singleElement().satisfies(one -> {
            assertThat(one.partner()).isEqualTo(new PartnerId(HARBOR));
            assertThat(one.topic()).isEqualTo(Topic.SELECTION_WITHDRAWN);
            assertThat(one.data()).isEqualTo(new Unchosen(new UUID(2, 1), 2, new UUID(1, 3), "00350231"));
        });
    }

    @Test
    void a_selection_that_was_never_approved_goes_back_and_no_partner_hears_of_it() {
        told.ofReturn(
                new SelectionReturnedV2(new UUID(2, 1), 1, new UUID(1, 3), "00350231", "council", AT), heard("one"));

        assertThat(news.all).isEmpty();
    }

    @Test
    void a_contract_is_told_with_its_schools_each_once() {
        told.ofContract(
                new ContractExecutedV1(
                        new UUID(1, 1),
                        new UUID(1, 2),
                        new UUID(1, 3),
                        2019,
                        new UUID(1, 4),
                        HARBOR,
                        money(900),
                        LocalDate.of(2018, 7, 1),
                        LocalDate.of(2019, 6, 30),
                        List.of(share("00350231"), share("00350231"), share("00350006")),
                        AT),
                heard("one"));

        assertThat(news.all).singleElement().satisfies(one -> {
            assertThat(one.partner()).isEqualTo(new PartnerId(HARBOR));
            assertThat(one.topic()).isEqualTo(Topic.CONTRACT_EXECUTED);
            assertThat(one.at()).isEqualTo(AT);
            assertThat(((Contracted) one.data()).schoolCodes()).containsExactly("00350231", "00350006");
        });
    }

    @Test
    void a_payment_is_told_to_the_partner_that_is_paid() {
        told.ofPayment(
                new InvoicePaidV1(
                        new UUID(1, 5),
                        new UUID(1, 1),
                        new UUID(1, 2),
                        new UUID(1, 3),
                        2019,
                        LANTERN,
                        money(450),
                        List.of(),
                        AT),
                heard("one"));

        assertThat(news.all).singleElement().satisfies(one -> {
            assertThat(one.partner()).isEqualTo(new PartnerId(LANTERN));
            assertThat(((Paid) one.data()).amount()).isEqualTo(money(450));
        });
    }

    private List<MoneyV1> amounts(int place) {
        return ((Chosen) news.all.get(place).data())
                .lines().stream().map(PartnersAreTold.ChosenLine::amount).toList();
    }

    private static SelectionApprovedV1 selection(SelectionLineV1... lines) {
        return new SelectionApprovedV1(
                new UUID(2, 1), 1, "digest", new UUID(1, 3), 2019, "00350231", money(1), List.of(lines), List.of(), AT);
    }

    private static SelectionLineV1 line(UUID partner, long cents) {
        return new SelectionLineV1(
                new UUID(3, cents),
                new UUID(1, 4),
                "A program",
                partner,
                "A partner",
                "academic",
                1,
                "year",
                "per-year",
                money(cents),
                1,
                20,
                money(cents),
                LocalDate.of(2018, 9, 1),
                LocalDate.of(2019, 6, 1));
    }

    private static ContractShareV1 share(String school) {
        return new ContractShareV1(school, new UUID(2, 1), new UUID(3, 1), money(300));
    }

    private static MoneyV1 money(long cents) {
        return MoneyV1.of(new Money(cents));
    }

    private static Heard heard(String id) {
        return new Heard(id, "type", "/source", "subject", AT, null);
    }
}

package org.partnershipfund.procurement.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.procurement.ledger.FundId;
import org.partnershipfund.procurement.process.ProcessId;
import org.partnershipfund.procurement.process.Route;
import org.partnershipfund.procurement.rules.Method;
import org.partnershipfund.procurement.spending.Dimension;
import org.partnershipfund.procurement.spending.Spending.Fact;
import org.partnershipfund.procurement.spending.Spending.Reached;
import org.partnershipfund.procurement.spending.SpendingReport;
import org.partnershipfund.procurement.spending.TimeReport;

/** The tables of docs/policy/disclosure.md. */
class DisclosurePolicyTest {

    private static final Path PAGE = Path.of("..", "docs", "policy", "disclosure.md");
    private static final Instant BEGIN = Instant.parse("2018-01-15T15:00:00Z");

    static List<List<String>> table(String header) {
        try {
            List<String> lines = Files.readAllLines(PAGE);
            List<List<String>> rows = new ArrayList<>();
            for (int i = lines.indexOf(header) + 2;
                    i < lines.size() && lines.get(i).startsWith("|");
                    i++) {
                rows.add(Arrays.stream(lines.get(i).split("\\|", -1))
                        .map(String::strip)
                        .toList()
                        .subList(1, lines.get(i).split("\\|", -1).length - 1));
            }
            assertThat(rows).as(header).isNotEmpty();
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<List<String>> methods() {
        return table("| route | method | procurementMethod |");
    }

    @ParameterizedTest
    @MethodSource("methods")
    void a_route_and_a_method_have_a_name_in_the_standard(List<String> row) {
        assertThat(TenderPicture.procurementMethod(Route.Kind.ofWord(row.get(0)), Method.ofWord(row.get(1))))
                .isEqualTo(row.get(2));
    }

    static List<List<String>> tags() {
        return table("| what changes | tag |");
    }

    @ParameterizedTest
    @MethodSource("tags")
    void a_release_says_what_it_is_about(List<String> row) {
        String planned = "{'tender': {'id': 't', 'status': 'planned'}}";
        String active = "{'tender': {'id': 't', 'status': 'active', 'tenderPeriod': {'startDate': 'a'}}}";
        String binding = "{'contracts': [{'id': 'k', 'status': 'active'}]}";
        String invoiced =
                "{'contracts': [{'id': 'k', 'status': 'active', 'implementation': {'milestones': [{'id': 'm'}]}}]}";
        String step = "{'contracts': [{'id': 'k', 'implementation': {'milestones': [{'id': 'm'}]}}]}";
        List<Tag> said = switch (row.get(0)) {
            case "the process is opened" -> tags("{}", planned);
            case "schools, lines or approvals of a process" -> tags(planned, "{'planning': {'rationale': 'r'}}");
            case "offers are asked for" -> tags(planned, active);
            case "offers are asked for again, by another method or period" ->
                tags(active, active.replace("'a'", "'b'"));
            case "anything else about the tender" ->
                tags(active, active.replace("'id': 't'", "'id': 't', 'title': 'x'"));
            case "the process is cancelled before an award" -> tags(active, active.replace("active", "cancelled"));
            case "an award" -> tags(active, "{'awards': [{'id': 'a', 'status': 'active'}]}");
            case "the process is cancelled after an award" ->
                tags(active, "{'awards': [{'id': 'a', 'status': 'cancelled'}]}");
            case "a contract binds" -> tags(active, binding);
            case "a contract says something else" -> tags(binding, binding);
            case "a contract has one amendment more" ->
                tags(binding, "{'contracts': [{'id': 'k', 'status': 'active', 'amendments': [{'id': '1'}]}]}");
            case "a contract ends early" -> tags(binding, binding.replace("active", "terminated"));
            case "the first invoice under a contract" -> tags(binding, step);
            case "every later step of an invoice" -> tags(invoiced, step);
            default -> throw new AssertionError("no example of: " + row.get(0));
        };

        assertThat(said).extracting(Tag::word).containsExactly(row.get(1));
    }

    private static List<Tag> tags(String before, String news) {
        return Tagging.of(read(before), read(news));
    }

    private static Tree.Fields read(String json) {
        return org.partnershipfund.procurement.adapter.TreeJson.read(json.replace('\'', '"'));
    }

    static List<List<String>> shares() {
        return table("| contracted | of it sole source | percent |");
    }

    @ParameterizedTest
    @MethodSource("shares")
    void the_share_of_sole_sources_is_counted_to_a_tenth_of_a_percent(List<String> row) {
        Money all = Money.ofDollars(row.get(0));
        Money sole = Money.ofDollars(row.get(1));
        var report = SpendingReport.of(
                Dimension.ROUTE, List.of(fact("sole-source", sole), fact("competition", all.minus(sole))));

        assertThat(report.soleSourceShare()).isEqualTo(new BigDecimal(row.get(2)));
        assertThat(report.contracted()).isEqualTo(all);
    }

    private static Fact fact(String route, Money contracted) {
        var id = new UUID(0, route.length());
        return new Fact(
                new SchoolCode("00350231"),
                "Perkins",
                id,
                "Harbor",
                "academic",
                "written-quotes",
                route,
                new FundId(id),
                "Fund",
                new FiscalYear(2019),
                new ProcessId(id),
                contracted,
                Money.ZERO);
    }

    static List<List<String>> times() {
        return table("| days | median | ninetieth |");
    }

    @ParameterizedTest
    @MethodSource("times")
    void half_and_nine_tenths_of_the_processes_take_no_longer(List<String> row) {
        List<Reached> reached = new ArrayList<>();
        for (String days : row.get(0).split(", ", -1)) {
            var process = new ProcessId(new UUID(1, reached.size()));
            long seconds =
                    new BigDecimal(days).multiply(BigDecimal.valueOf(86_400)).longValueExact();
            reached.add(new Reached(process, Milestone.AWARDED, BEGIN.plusSeconds(seconds)));
            reached.add(new Reached(process, Milestone.OPENED, BEGIN));
        }
        var step = TimeReport.of(reached).steps().getFirst();

        assertThat(step.from()).isEqualTo(Milestone.OPENED);
        assertThat(step.to()).isEqualTo(Milestone.AWARDED);
        assertThat(step.median()).isEqualTo(new BigDecimal(row.get(1)));
        assertThat(step.ninetieth()).isEqualTo(new BigDecimal(row.get(2)));
    }
}

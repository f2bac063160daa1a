package org.partnershipfund.allocation.adapter.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.allocation.fund.ChartOfAccounts;
import org.partnershipfund.allocation.fund.Fund;
import org.partnershipfund.allocation.fund.Fund.Adoption;
import org.partnershipfund.allocation.fund.Fund.Allocated;
import org.partnershipfund.allocation.fund.Fund.Appropriated;
import org.partnershipfund.allocation.fund.Fund.Closed;
import org.partnershipfund.allocation.fund.Fund.Open;
import org.partnershipfund.allocation.fund.FundCalendar;
import org.partnershipfund.foundation.web.MoneyJson;

/**
 * A fund on the wire.
 *
 * @param allocationsPublishedOn nobody is told before that day, in the district; absent if any day will do
 * @param retruedToOctober whether published amounts may be brought to the October count
 * @param allocation which scenario was published; absent while the fund is open
 * @param appropriation what was adopted; absent until then
 * @param closedAt when its year was closed; absent until then
 */
@Schema(name = "Fund")
public record FundJson(
        UUID id,
        @Schema(examples = "Partnership Fund") String name,

        @Schema(examples = "2019", description = "The calendar year in which the fiscal year ends")
        int fiscalYear,

        @Schema(examples = "2018-07-01") LocalDate startsOn,
        @Schema(examples = "2019-06-30") LocalDate endsOn,
        MoneyJson pool,
        Chart chart,

        @Schema(
                examples = "2017-12-08",
                description = "Nobody is told before that day, in the district; absent if any day will do")
        @Nullable LocalDate allocationsPublishedOn,

        @Schema(description = "When schools may bring questions to central office; absent if not announced") @Nullable Days officeHours,

        @Schema(description = "When central office comes to the schools; absent if not announced") @Nullable Days technicalAssistance,

        @Schema(examples = "2018-01-26", description = "The last day to submit a selection; absent if not announced")
        @Nullable LocalDate selectionsDueOn,

        @Schema(
                description =
                        "Whether published amounts may be brought to what the same rules say of the pupils that were counted in October")
        boolean retruedToOctober,

        @Schema(enumeration = {"open", "allocated", "appropriated", "closed"})
        String state,

        Instant openedAt,
        @Nullable Allocation allocation,
        @Nullable Appropriation appropriation,
        @Nullable Instant closedAt) {

    /** From one day to another, both included. */
    @Schema(name = "Days")
    public record Days(
            @NotNull @JsonProperty(required = true) @Schema(required = true, examples = "2017-12-11")
            LocalDate from,

            @NotNull @JsonProperty(required = true)
            @Schema(required = true, examples = "2017-12-13", description = "Included")
            LocalDate to) {

        static Days of(FundCalendar.Days days) {
            return new Days(days.from(), days.to());
        }

        FundCalendar.Days days() {
            return new FundCalendar.Days(from, to);
        }
    }

    /** The parts of a budget line that all lines of the fund share. */
    @Schema(name = "ChartOfAccounts")
    public record Chart(
            @NotNull @Pattern(regexp = ChartOfAccounts.ACCOUNT, message = "it must be five digits, such as 52907") @JsonProperty(required = true)
            @Schema(required = true, examples = "52907")
            String account,

            @NotNull @Pattern(regexp = ChartOfAccounts.FUND, message = "it must be three digits, such as 100") @JsonProperty(required = true)
            @Schema(required = true, examples = "100")
            String fund,

            @NotNull @Pattern(regexp = ChartOfAccounts.PROGRAM, message = "it must be four digits, such as 2536") @JsonProperty(required = true)
            @Schema(required = true, examples = "2536")
            String program,

            @NotNull @Pattern(
                    regexp = ChartOfAccounts.SUBCLASS,
                    message = "it must be one to ten digits or capital letters, such as 00000")
            @JsonProperty(required = true)
            @Schema(required = true, examples = "00000")
            String subclass) {

        static Chart of(ChartOfAccounts chart) {
            return new Chart(chart.account(), chart.fund(), chart.program(), chart.subclass());
        }

        ChartOfAccounts chart() {
            return new ChartOfAccounts(account, fund, program, subclass);
        }
    }

    /** Which scenario was published. */
    @Schema(name = "FundAllocation")
    public record Allocation(UUID scenarioId, Instant allocatedAt) {}

    /** What was adopted. */
    @Schema(name = "FundAppropriation")
    public record Appropriation(
            MoneyJson adopted,

            @Schema(examples = "School Committee, 28 March 2018")
            String vote,

            @Schema(examples = "2018-03-28") LocalDate adoptedOn,
            Instant appropriatedAt) {}

    /** What it takes to open a fund. */
    @Schema(name = "OpenFund")
    public record ToOpen(
            @NotBlank @Size(max = 200) @JsonProperty(required = true)
            @Schema(required = true, examples = "Partnership Fund", description = "Unique within the fiscal year")
            String name,

            @Min(2000) @Max(2199) @JsonProperty(required = true)
            @Schema(required = true, examples = "2019", description = "The calendar year in which the fiscal year ends")
            int fiscalYear,

            @NotNull @JsonProperty(required = true) @Schema(required = true)
            MoneyJson pool,

            @NotNull @Valid @JsonProperty(required = true) @Schema(required = true)
            Chart chart,

            @Schema(
                    examples = "2017-12-08",
                    description =
                            "No scenario is published before that day, in the district; without it, any day will do")
            @Nullable LocalDate allocationsPublishedOn,

            @Schema(description = "When schools may bring questions to central office; told in their letters")
            @Valid @Nullable Days officeHours,

            @Schema(description = "When central office comes to the schools; told in their letters") @Valid @Nullable Days technicalAssistance,

            @Schema(
                    examples = "2018-01-26",
                    description = "The last day to submit a selection; told in the schools' letters")
            @Nullable LocalDate selectionsDueOn,

            @Schema(
                    examples = "false",
                    defaultValue = "false",
                    description =
                            "Whether published amounts may be brought to what the same rules say of the pupils that were counted in October; no if left out")
            @Nullable Boolean retruedToOctober) {

        FundCalendar calendar() {
            return new FundCalendar(
                    Optional.ofNullable(allocationsPublishedOn),
                    Optional.ofNullable(officeHours).map(Days::days),
                    Optional.ofNullable(technicalAssistance).map(Days::days),
                    Optional.ofNullable(selectionsDueOn));
        }
    }

    /** What it takes to appropriate a fund. */
    @Schema(name = "AppropriateFund")
    public record ToAppropriate(
            @NotNull @JsonProperty(required = true)
            @Schema(required = true, description = "Must equal the published sum")
            MoneyJson adopted,

            @NotBlank @Size(max = 200) @JsonProperty(required = true)
            @Schema(required = true, examples = "School Committee, 28 March 2018")
            String vote,

            @NotNull @JsonProperty(required = true) @Schema(required = true, examples = "2018-03-28")
            LocalDate adoptedOn) {

        Adoption adoption() {
            return new Adoption(adopted.money(), vote, adoptedOn);
        }
    }

    static FundJson of(Fund fund) {
        return switch (fund) {
            case Open open -> of(open, "open", null, null, null);
            case Allocated allocated -> of(allocated.open(), "allocated", allocation(allocated), null, null);
            case Appropriated appropriated -> of(appropriated, "appropriated", null);
            case Closed closed -> of(closed.appropriated(), "closed", closed.closedAt());
        };
    }

    private static FundJson of(Appropriated appropriated, String state, @Nullable Instant closedAt) {
        return of(
                appropriated.allocated().open(),
                state,
                allocation(appropriated.allocated()),
                new Appropriation(
                        MoneyJson.of(appropriated.adoption().amount()),
                        appropriated.adoption().vote(),
                        appropriated.adoption().on(),
                        appropriated.appropriatedAt()),
                closedAt);
    }

    private static FundJson of(
            Open open,
            String state,
            @Nullable Allocation allocation,
            @Nullable Appropriation appropriation,
            @Nullable Instant closedAt) {
        FundCalendar calendar = open.terms().calendar();
        return new FundJson(
                open.id().value(),
                open.terms().name(),
                open.terms().year().endYear(),
                open.terms().year().firstDay(),
                open.terms().year().lastDay(),
                MoneyJson.of(open.terms().pool()),
                Chart.of(open.terms().chart()),
                calendar.allocationsPublishedOn().orElse(null),
                calendar.officeHours().map(Days::of).orElse(null),
                calendar.technicalAssistance().map(Days::of).orElse(null),
                calendar.selectionsDueOn().orElse(null),
                open.terms().retruedToOctober(),
                state,
                open.openedAt(),
                allocation,
                appropriation,
                closedAt);
    }

    private static Allocation allocation(Allocated allocated) {
        return new Allocation(allocated.scenario(), allocated.allocatedAt());
    }
}

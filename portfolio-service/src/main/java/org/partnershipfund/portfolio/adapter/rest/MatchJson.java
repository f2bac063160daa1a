package org.partnershipfund.portfolio.adapter.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.web.MoneyJson;
import org.partnershipfund.foundation.web.Page;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.portfolio.matching.Candidate;
import org.partnershipfund.portfolio.matching.Excluded;
import org.partnershipfund.portfolio.matching.Excluded.Reason;
import org.partnershipfund.portfolio.matching.Match;
import org.partnershipfund.portfolio.matching.Quote;
import org.partnershipfund.portfolio.matching.Ranking;
import org.partnershipfund.portfolio.matching.Scored;

/** What matching is asked and answers, on the wire. */
public final class MatchJson {

    private MatchJson() {}

    /** For which school, and what it needs. */
    @Schema(name = "AskedMatches")
    public record Asked(
            @NotNull @Pattern(regexp = "[0-9]{8}", message = "it must be eight digits, such as 00350231") @JsonProperty(required = true)
            @Schema(required = true, examples = "00350231")
            String schoolCode,

            @Min(2000) @Max(2199) @JsonProperty(required = true)
            @Schema(required = true, examples = "2019", description = "In which the programs would serve the school")
            int fiscalYear,

            @Schema(examples = "2017-12-12", description = "The day whose menu and prices count; today unless said")
            @Nullable LocalDate asOf,

            @NotNull @Valid @JsonProperty(required = true) @Schema(required = true)
            NeedsJson needs) {

        SchoolCode school() {
            return new SchoolCode(schoolCode);
        }

        FiscalYear year() {
            return new FiscalYear(fiscalYear);
        }
    }

    /** A page of a ranking. */
    @Schema(name = "Matches")
    public record Ranked(
            @Schema(examples = "00350231") String schoolCode,
            @Schema(examples = "2019") int fiscalYear,
            LocalDate asOf,

            @Schema(examples = "100", description = "The points that a program could have; the same for all")
            int most,

            PointsJson points,

            @Schema(examples = "12", description = "How many programs are ranked in all")
            int total,

            @Schema(description = "How many programs are not ranked, by reason; POST /matches/excluded lists them")
            List<ExcludedCountJson> excluded,

            List<MatchedJson> items,
            @Nullable String next) {

        static Ranked of(
                Asked asked, LocalDate day, Ranking ranking, Map<Reason, Integer> excluded, Page<Ranking.Ranked> page) {
            return new Ranked(
                    asked.schoolCode(),
                    asked.fiscalYear(),
                    day,
                    ranking.most(),
                    new PointsJson(ranking.table().validFrom(), ranking.table().source()),
                    ranking.matches().size(),
                    excluded.entrySet().stream()
                            .map(count -> new ExcludedCountJson(count.getKey().word(), count.getValue()))
                            .toList(),
                    page.items().stream().map(MatchedJson::of).toList(),
                    page.next());
        }
    }

    /** Which points table counted. */
    @Schema(name = "MatchPoints")
    public record PointsJson(
            @Schema(examples = "2017-07-01") LocalDate validFrom,

            @Schema(description = "Who decided on the points")
            String source) {}

    /** How many programs are not ranked for a reason. */
    @Schema(name = "ExcludedCount")
    public record ExcludedCountJson(
            @Schema(
                    examples = "not-on-the-menu",
                    enumeration = {"suspended", "not-on-the-menu", "no-grade-in-common"})
            String reason,

            @Schema(examples = "3") int programs) {}

    /** A program with its points and its price for the school. */
    @Schema(name = "Match")
    public record MatchedJson(
            @Schema(examples = "1") int rank,
            UUID programId,
            @Schema(examples = "Harbor Homework Club") String programName,
            UUID partnerId,
            @Schema(examples = "Harbor Youth Alliance") String partnerName,
            @Schema(examples = "afterschool-and-recreation") String serviceArea,

            @Schema(examples = "88", description = "The sum of the points")
            int score,

            List<ScoredJson> rules,

            @Schema(
                    examples = "[\"It has places for 20 of 45 pupils.\"]",
                    description = "What is missing, as plain sentences")
            List<String> missing,

            @Schema(description = "The lowest price for the school; absent if none can be reckoned") @Nullable QuoteJson price,

            @Schema(description = "What the other lines of the price sheet come to")
            List<QuoteJson> otherPrices,

            @Schema(description = "Lines of the price sheet that do not count for the school")
            List<NotCountedJson> notCounted,

            @Schema(description = "Absent if it has no prices on that day") @Nullable Integer priceSheetVersion,

            @Schema(description = "Its last day on the menu")
            LocalDate vettedUntil) {

        static MatchedJson of(Ranking.Ranked ranked) {
            Match match = ranked.match();
            Candidate program = match.candidate();
            return new MatchedJson(
                    ranked.rank(),
                    program.id().value(),
                    program.description().name(),
                    program.partner().value(),
                    program.partnerName(),
                    program.description().area().word(),
                    match.score(),
                    match.rules().stream().map(ScoredJson::of).toList(),
                    match.missing(),
                    match.price().map(QuoteJson::of).orElse(null),
                    match.prices().counted().stream().skip(1).map(QuoteJson::of).toList(),
                    match.prices().notCounted().stream().map(NotCountedJson::of).toList(),
                    program.sheet().map(sheet -> sheet.version()).orElse(null),
                    program.vetting().until());
        }
    }

    /** The points of one rule. */
    @Schema(name = "MatchRule")
    public record ScoredJson(
            @Schema(
                    examples = "grades",
                    enumeration = {"goal", "further-goals", "grades", "places", "week", "budget", "languages", "where"})
            String rule,

            @Schema(examples = "10") int points,
            @Schema(examples = "15") int most,
            @Schema(examples = "It serves 2 of 3 grades.") String reason,

            @Schema(examples = "It does not serve grade 5.", description = "Absent if it has all points") @Nullable String missing) {

        static ScoredJson of(Scored scored) {
            return new ScoredJson(
                    scored.rule().word(),
                    scored.points(),
                    scored.most(),
                    scored.reason(),
                    scored.missing().orElse(null));
        }
    }

    /** What a line of the price sheet comes to. */
    @Schema(name = "MatchPrice")
    public record QuoteJson(
            @Schema(examples = "pupil", description = "As selections name it")
            String code,

            @Schema(examples = "One pupil for one school year")
            String description,

            @Schema(enumeration = {"per-pupil", "per-session", "per-year", "flat", "agreed"})
            String unit,

            MoneyJson unitPrice,
            @Schema(examples = "45") int quantity,
            MoneyJson amount,

            @Schema(description = "Whether the amount is only the most that school and partner may agree on")
            boolean upTo,

            @Schema(examples = "For 45 pupils.", description = "Where the quantity comes from")
            String assumed) {

        static QuoteJson of(Quote quote) {
            return new QuoteJson(
                    quote.price().code(),
                    quote.price().description(),
                    quote.price().unit().word(),
                    MoneyJson.of(quote.price().amount()),
                    quote.quantity(),
                    MoneyJson.of(quote.amount()),
                    quote.isUpTo(),
                    quote.assumed());
        }
    }

    /** A line of the price sheet that does not count for the school. */
    @Schema(name = "MatchPriceNotCounted")
    public record NotCountedJson(
            @Schema(examples = "group") String code,

            @Schema(examples = "It counts for 50 and more units, and the school needs 45.")
            String why) {

        static NotCountedJson of(Quote.NotCounted line) {
            return new NotCountedJson(line.price().code(), line.why());
        }
    }

    /** A program that is not ranked. */
    @Schema(name = "ExcludedProgram")
    public record ExcludedJson(
            UUID programId,
            @Schema(examples = "Harbor Homework Club") String programName,
            UUID partnerId,
            @Schema(examples = "Harbor Youth Alliance") String partnerName,

            @Schema(enumeration = {"suspended", "not-on-the-menu", "no-grade-in-common"})
            String reason,

            @Schema(examples = "It serves none of the grades.")
            String sentence) {

        static ExcludedJson of(Excluded excluded) {
            return new ExcludedJson(
                    excluded.id().value(),
                    excluded.name(),
                    excluded.partner().value(),
                    excluded.partnerName(),
                    excluded.reason().word(),
                    excluded.reason().sentence());
        }
    }
}

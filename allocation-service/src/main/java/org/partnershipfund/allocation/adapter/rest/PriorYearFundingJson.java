package org.partnershipfund.allocation.adapter.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.partnershipfund.allocation.baseline.Notice;
import org.partnershipfund.allocation.baseline.PriorYearFunding;
import org.partnershipfund.allocation.baseline.PriorYearFunding.Told;
import org.partnershipfund.foundation.web.MoneyJson;
import org.partnershipfund.kernel.Money;

/** What the central office paid one partner for one kind of service at one school, on the wire. */
@Schema(name = "PriorYearFunding")
public record PriorYearFundingJson(
        UUID id,
        UUID noticeId,

        @Schema(examples = "2018", description = "The calendar year in which the fiscal year ends")
        int fiscalYear,

        @Schema(examples = "00350231") String schoolCode,

        @Schema(examples = "Harbor Youth Works", description = "As the district's books called it that year")
        String partner,

        @Schema(examples = "after school") String serviceArea,
        MoneyJson amount,
        @Schema(examples = "2017-12-01") LocalDate noticeOn,

        @Schema(examples = "Office of Opportunity Gaps, partner payments of FY2018")
        String source,

        @Schema(description = "Whether the figures are made up to show how things work")
        boolean illustrative) {

    /** A notice without its lines. */
    @Schema(name = "FundingNotice")
    public record NoticeJson(
            UUID id,
            @Schema(examples = "2018") int fiscalYear,

            @Schema(examples = "2017-12-01", description = "From this day on everybody may read it")
            LocalDate noticeOn,

            @Schema(examples = "Office of Opportunity Gaps, partner payments of FY2018")
            String source,

            @Schema(description = "Whether the figures are made up to show how things work")
            boolean illustrative,

            Instant importedAt) {

        static NoticeJson of(Notice.Title title) {
            return new NoticeJson(
                    title.id().value(),
                    title.year().endYear(),
                    title.on(),
                    title.source(),
                    title.illustrative(),
                    title.importedAt());
        }
    }

    /** The answer to a successful import. */
    @Schema(name = "ImportedFundingNotice")
    public record Imported(
            NoticeJson notice,
            @Schema(examples = "74") int lines,
            @Schema(examples = "41") long schools,
            MoneyJson total) {

        static Imported of(Notice notice) {
            return new Imported(
                    NoticeJson.of(notice.title()),
                    notice.lines().size(),
                    notice.lines().stream()
                            .map(PriorYearFunding::school)
                            .distinct()
                            .count(),
                    MoneyJson.of(notice.lines().stream()
                            .map(PriorYearFunding::amount)
                            .reduce(Money.ZERO, Money::plus)));
        }
    }

    static PriorYearFundingJson of(Told told) {
        return new PriorYearFundingJson(
                told.funding().id().value(),
                told.notice().id().value(),
                told.notice().year().endYear(),
                told.funding().school().value(),
                told.funding().partner(),
                told.funding().serviceArea(),
                MoneyJson.of(told.funding().amount()),
                told.notice().on(),
                told.notice().source(),
                told.notice().illustrative());
    }
}

package org.partnershipfund.procurement.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.procurement.disclosure.Parties.Role;
import org.partnershipfund.procurement.disclosure.Tree.Fields;
import org.partnershipfund.procurement.process.ContractingProcess;
import org.partnershipfund.procurement.process.ContractingProcess.Awarded;
import org.partnershipfund.procurement.process.ContractingProcess.Cancelled;
import org.partnershipfund.procurement.process.ContractingProcess.Open;
import org.partnershipfund.procurement.process.ContractingProcess.Solicited;
import org.partnershipfund.procurement.process.Offer;
import org.partnershipfund.procurement.process.Program;
import org.partnershipfund.procurement.process.Route;
import org.partnershipfund.procurement.process.Solicitation;
import org.partnershipfund.procurement.process.Solicitation.NoticePosted;
import org.partnershipfund.procurement.process.Solicitation.QuotesAsked;
import org.partnershipfund.procurement.rules.Method;

/** How it is put to competition, as anybody may see it. Source: docs/policy/disclosure.md §3. */
final class TenderPicture {

    private final Dossier dossier;
    private final Publisher publisher;
    private final Parties parties;

    TenderPicture(Dossier dossier, Publisher publisher, Parties parties) {
        this.dossier = dossier;
        this.publisher = publisher;
        this.parties = parties;
    }

    Fields paint() {
        var process = dossier.process();
        var route = process.opening().route();
        Fields office = parties.office();
        Map<SchoolCode, Money> unpriced = dossier.bySchool(_ -> Money.ZERO);
        @Nullable Solicitation asked = solicitation(process);
        List<Fields> tenderers =
                Picture.uncancelled(process) instanceof Awarded awarded ? tenderers(awarded.solicited()) : List.of();
        Fields shown = Fields.of(tender -> tender.put("id", process.id().value().toString())
                .put("title", Picture.title(process))
                .put("status", status(process))
                .put("procuringEntity", office)
                .put(
                        "items",
                        Picture.items(
                                dossier, unpriced, process.opening().chosen().serviceArea()))
                .put("procurementMethod", procurementMethod(route.kind(), process.method()))
                .put(
                        "procurementMethodDetails",
                        "%s; %s".formatted(route.kind().word(), process.method().word()))
                .put("procurementMethodRationale", rationale(process))
                .put("mainProcurementCategory", "services"));
        Fields solicited = asked == null ? Fields.NONE : solicited(asked);
        Fields answered = tenderers.isEmpty()
                ? Fields.NONE
                : Fields.of(tender ->
                        tender.put("numberOfTenderers", tenderers.size()).put("tenderers", tenderers));
        return Fields.of(tender ->
                tender.putAll(shown).putAll(solicited).putAll(answered).put("amendments", cancellation(process)));
    }

    private static List<Fields> cancellation(ContractingProcess process) {
        return process instanceof Cancelled(var _, var why)
                ? List.of(Fields.of(amendment -> amendment
                        .put("id", "cancellation")
                        .put("date", why.at())
                        .put("rationale", why.reason())))
                : List.of();
    }

    /** The officer's reasons for a competition may name whom the schools chose: they wait for the award. */
    private static @Nullable String rationale(ContractingProcess process) {
        var route = process.opening().route();
        boolean told = route.kind() != Route.Kind.COMPETITION || Picture.uncancelled(process) instanceof Awarded;
        if (!told) {
            return null;
        }
        return route.reference() == null || route.reference().isBlank()
                ? route.reasons()
                : "%s (%s)".formatted(route.reasons(), route.reference());
    }

    private Fields solicited(Solicitation asked) {
        return switch (asked) {
            case QuotesAsked quotes ->
                Fields.of(tender -> tender.put("description", quotes.description())
                        .put("awardCriteria", "priceOnly")
                        .words("submissionMethod", List.of("written"))
                        .put(
                                "tenderPeriod",
                                period -> period.put("startDate", Picture.startOf(quotes.on(), publisher))));
            case NoticePosted notice ->
                Fields.of(tender -> tender.words("submissionMethod", List.of("written"))
                        .put(
                                "tenderPeriod",
                                period -> period.put("startDate", Picture.startOf(notice.on(), publisher))
                                        .put("endDate", notice.opensAt()))
                        .put(
                                "documents",
                                notice.places().stream()
                                        .sorted()
                                        .map(place -> notice(place, notice))
                                        .toList()));
        };
    }

    private Fields notice(String place, NoticePosted notice) {
        return Fields.of(document -> document.put("id", "notice-" + place)
                .put("documentType", "tenderNotice")
                .put("title", "Notice: " + place)
                .put("datePublished", Picture.startOf(notice.on(), publisher)));
    }

    private static @Nullable Solicitation solicitation(ContractingProcess process) {
        return switch (process) {
            case Open _ -> null;
            case Solicited solicited -> solicited.solicitation();
            case Awarded(var _, var solicited, var _) -> solicited == null ? null : solicited.solicitation();
            case Cancelled(var before, var _) -> solicitation(before);
        };
    }

    /** Who made an offer; whoever declined made none. What they asked for is not told. */
    private List<Fields> tenderers(@Nullable Solicited solicited) {
        if (solicited == null) {
            return List.of();
        }
        Map<String, Fields> once = new LinkedHashMap<>();
        for (Offer offer : solicited.offers()) {
            if (offer.price() == null) {
                continue;
            }
            Program program = offer.program();
            Fields reference = parties.partner(Role.TENDERER, program == null ? null : program.partner(), offer.name());
            once.put(reference.text("id"), reference);
        }
        return new ArrayList<>(once.values());
    }

    static String status(ContractingProcess process) {
        return switch (process) {
            case Open _ -> "planned";
            case Solicited _ -> "active";
            case Awarded _ -> "complete";
            // What was awarded before had been tendered to the end: then the award is cancelled, not the tender.
            case Cancelled(var before, var _) -> before instanceof Awarded ? "complete" : "cancelled";
        };
    }

    /** §3's table. */
    static String procurementMethod(Route.Kind route, Method method) {
        return switch (route) {
            case COMPETITION ->
                switch (method) {
                    case SOUND_BUSINESS_PRACTICES, QUOTES, WRITTEN_QUOTES -> "limited";
                    case SEALED_BIDS_OR_PROPOSALS -> "open";
                };
            case CALL_OFF -> "selective";
            case SOLE_SOURCE, EXEMPTION -> "direct";
        };
    }
}

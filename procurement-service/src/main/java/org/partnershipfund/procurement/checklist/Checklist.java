package org.partnershipfund.procurement.checklist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.Decision.Accepted;
import org.partnershipfund.kernel.Decision.Refused;
import org.partnershipfund.procurement.contract.Contract;
import org.partnershipfund.procurement.contract.Contract.Executed;
import org.partnershipfund.procurement.contract.Signature;
import org.partnershipfund.procurement.contract.Step;
import org.partnershipfund.procurement.determination.Determination;
import org.partnershipfund.procurement.determination.Determination.Finding;
import org.partnershipfund.procurement.determination.Determination.Standing;
import org.partnershipfund.procurement.process.ContractingProcess;
import org.partnershipfund.procurement.process.ContractingProcess.Awarded;
import org.partnershipfund.procurement.process.ContractingProcess.Cancelled;
import org.partnershipfund.procurement.process.ContractingProcess.Open;
import org.partnershipfund.procurement.process.ContractingProcess.Solicited;
import org.partnershipfund.procurement.process.Offer;
import org.partnershipfund.procurement.process.Route;
import org.partnershipfund.procurement.process.Solicitation.NoticePosted;
import org.partnershipfund.procurement.process.Solicitation.QuotesAsked;
import org.partnershipfund.procurement.rules.Answer;
import org.partnershipfund.procurement.rules.ProcurementRule;
import org.partnershipfund.procurement.rules.Question;
import org.partnershipfund.procurement.rules.RuleBook;

/**
 * The requirements of a process one by one: by which dated rule, met by which paper of whom and when, or missing, and what
 * must be done next.
 *
 * <p>Source: docs/policy/procurement.md §11.
 *
 * @param on the day whose rules count: that of the solicitation, before it that of the opening; for the steps of a contract
 *     that of its drafting
 */
public record Checklist(LocalDate on, List<Item> items) {

    public Checklist {
        items = List.copyOf(items);
    }

    /** How far a requirement is. */
    public enum State {
        MET,
        /** Somebody must do something for it now. */
        MISSING,
        /** What comes before it is not done yet. */
        LATER;

        /** The word on the wire. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * One requirement.
     *
     * @param evidence what meets it; null unless it is met
     * @param next what must be done for it; null if it is met
     */
    public record Item(
            ProcurementRule rule,
            State state,
            @Nullable Evidence evidence,
            @Nullable String next) {}

    /**
     * What meets a requirement.
     *
     * @param paper which document or record
     * @param at since when it is on record; null if the trail does not say
     * @param by the subject of the token of who recorded it; null if the trail does not say
     */
    public record Evidence(
            String paper, @Nullable Instant at, @Nullable String by) {}

    /** What of it is still missing now. */
    public List<Item> missing() {
        return items.stream().filter(item -> item.state() == State.MISSING).toList();
    }

    /**
     * The requirements of a process as it is now; none of one that is worth nothing or was cancelled.
     *
     * @param contract of the process, if one was drafted
     * @param determination that its route names, if it names one
     * @param traces what was done to the process, oldest first
     */
    public static Checklist of(
            ContractingProcess process,
            Optional<Contract> contract,
            Optional<Determination> determination,
            List<Trace> traces,
            RuleBook rules) {
        LocalDate on = day(process);
        var opening = process.opening();
        if (process instanceof Cancelled || !opening.value().isPositive()) {
            return new Checklist(on, List.of());
        }
        var route = opening.route().kind();
        Answer answer = answer(rules, new Question(on, opening.value(), null, route.word(), ground(determination)));
        if (answer == null) {
            return new Checklist(on, List.of());
        }
        List<Item> items = new ArrayList<>();
        items.addAll(determined(answer, determination));
        answer.requirements().stream()
                .filter(rule -> rule.stage().equals("solicitation"))
                .map(rule -> solicitation(rule, process, answer, traces))
                .forEach(items::add);
        later(process, contract, answer, rules).stream()
                .map(rule -> binding(rule, process, contract))
                .forEach(items::add);
        return new Checklist(on, items);
    }

    private static @Nullable String ground(Optional<Determination> determination) {
        return determination.map(Determination::finding).map(Finding::ground).orElse(null);
    }

    private static @Nullable Answer answer(RuleBook rules, Question asked) {
        return switch (rules.answer(asked)) {
            case Accepted<Answer>(var answer, var _) -> answer;
            case Refused<Answer> _ -> null;
        };
    }

    /** Who must sign is fixed by the draft: its own value and day count from then on. */
    private static List<ProcurementRule> later(
            ContractingProcess process, Optional<Contract> contract, Answer answer, RuleBook rules) {
        List<ProcurementRule> now = answer.requirements().stream()
                .filter(rule -> !rule.stage().equals("solicitation"))
                .toList();
        if (contract.isEmpty()) {
            return now;
        }
        var demands = contract.get().terms().demands();
        Answer fixed = answer(
                rules,
                new Question(
                        demands.on(),
                        demands.value(),
                        null,
                        process.opening().route().kind().word(),
                        null));
        return fixed == null
                ? now
                : fixed.requirements().stream()
                        .filter(rule -> !rule.stage().equals("solicitation"))
                        .toList();
    }

    private static List<Item> determined(Answer answer, Optional<Determination> determination) {
        List<Item> items = new ArrayList<>();
        for (ProcurementRule ground : answer.grounds()) {
            if (determination.isPresent() && determination.get() instanceof Standing(var finding)) {
                items.add(met(ground, "determination " + finding.id(), finding.recordedAt(), finding.officer()));
                Map<String, String> answers = finding.answers().stream()
                        .collect(Collectors.toUnmodifiableMap(
                                Determination.Answer::rule, Determination.Answer::how, (one, _) -> one));
                answer.conditions().stream()
                        .filter(rule -> rule.name().equals(ground.name()))
                        .map(rule -> answers.containsKey(rule.id())
                                ? met(rule, answers.get(rule.id()), finding.recordedAt(), finding.officer())
                                : missing(rule, "The procurement officer answers it in a new determination."))
                        .forEach(items::add);
            } else {
                items.add(
                        missing(
                                ground,
                                "The route names no standing determination: the procurement officer cancels the process and opens it on one."));
                break;
            }
        }
        return items;
    }

    private static Item solicitation(
            ProcurementRule rule, ContractingProcess process, Answer answer, List<Trace> traces) {
        Solicited solicited = solicited(process);
        if (solicited == null) {
            return missing(
                    rule,
                    answer.minimumQuotes()
                            .map(ProcurementRule::quantity)
                            .map(least -> "The procurement officer asks at least %d organisations for a quote."
                                    .formatted(least))
                            .orElseGet(() ->
                                    "The procurement officer posts the notice in %s, at least %d days before the opening."
                                            .formatted(
                                                    String.join(
                                                            ", ",
                                                            answer.places().stream()
                                                                    .map(ProcurementRule::name)
                                                                    .sorted()
                                                                    .toList()),
                                                    answer.noticeDays()
                                                            .map(ProcurementRule::quantity)
                                                            .orElse(0))));
        }
        return switch (solicited.solicitation()) {
            case NoticePosted notice ->
                met(
                        rule,
                        "notice of %s in %s, opening at %s"
                                .formatted(
                                        notice.on(),
                                        String.join(", ", new TreeSet<>(notice.places())),
                                        notice.opensAt()),
                        solicited.solicitedAt(),
                        by(traces, "OffersSolicited"));
            case QuotesAsked quotes -> quotes(rule, process, solicited, quotes, answer, traces);
        };
    }

    private static Item quotes(
            ProcurementRule rule,
            ContractingProcess process,
            Solicited solicited,
            QuotesAsked asked,
            Answer answer,
            List<Trace> traces) {
        List<Offer> offers = solicited.offers();
        long prices = offers.stream().filter(offer -> offer.price() != null).count();
        int least = answer.minimumQuotes().map(ProcurementRule::quantity).orElse(0);
        boolean enough = process instanceof Awarded || prices >= least || offers.size() >= asked.organisations();
        if (!enough) {
            return missing(
                    rule,
                    "%d of %d asked have answered: the procurement officer records what the others quote, or that they declined."
                            .formatted(offers.size(), asked.organisations()));
        }
        return met(
                rule,
                "%d quotes and %d that declined of %d asked on %s"
                        .formatted(prices, offers.size() - prices, asked.organisations(), asked.on()),
                lastOffer(traces).map(Trace::at).orElse(solicited.solicitedAt()),
                lastOffer(traces).map(Trace::by).orElse(by(traces, "OffersSolicited")));
    }

    private static Optional<Trace> lastOffer(List<Trace> traces) {
        return traces.stream()
                .filter(trace -> trace.action().equals("OfferRecorded"))
                .reduce((earlier, later) -> later);
    }

    private static @Nullable String by(List<Trace> traces, String action) {
        return traces.stream()
                .filter(trace -> trace.action().equals(action))
                .reduce((earlier, later) -> later)
                .map(Trace::by)
                .orElse(null);
    }

    /** A step of the contract, the purchase order, or what holds from the execution on. */
    private static Item binding(ProcurementRule rule, ContractingProcess process, Optional<Contract> contract) {
        if (contract.isEmpty()) {
            return later(
                    rule,
                    process instanceof Awarded
                            ? "The procurement officer drafts the contract first."
                            : "The process is awarded first.");
        }
        Contract paper = contract.get();
        Optional<Step> step = java.util.Arrays.stream(Step.values())
                .filter(one -> one.word().equals(rule.name()))
                .findFirst();
        return step.isPresent() ? step(rule, paper, step.get()) : executed(rule, paper);
    }

    private static Item step(ProcurementRule rule, Contract contract, Step step) {
        Optional<Signature> done = contract.signatures().stream()
                .filter(signature -> signature.step() == step)
                .findFirst();
        if (done.isPresent()) {
            Signature signature = done.get();
            return met(
                    rule,
                    "step %s of contract %s".formatted(step.word(), contract.id()),
                    signature.at(),
                    signature.by().subject());
        }
        List<Step> missing = Contract.missing(contract);
        boolean partnerFirst = step != Step.PARTNER && missing.contains(Step.PARTNER);
        boolean othersFirst = step == Step.DISTRICT && missing.stream().anyMatch(one -> one != Step.DISTRICT);
        String who = String.join(" or ", rule.who());
        return partnerFirst || othersFirst
                ? later(rule, "The other steps come first; then %s.".formatted(who))
                : missing(rule, "To be done by %s.".formatted(who));
    }

    private static Item executed(ProcurementRule rule, Contract contract) {
        Executed executed = contract.execution();
        if (executed != null) {
            return met(
                    rule,
                    rule.stage().equals("invoice")
                            ? "contract %s, executed on %s".formatted(executed.id(), executed.executedOn())
                            : "%s and %s".formatted(executed.requisition(), executed.purchaseOrder()),
                    executed.executedAt(),
                    null);
        }
        return Contract.missing(contract).isEmpty()
                ? missing(rule, "The procurement officer executes the contract.")
                : later(rule, "The contract is signed first.");
    }

    private static Item met(ProcurementRule rule, String paper, @Nullable Instant at, @Nullable String by) {
        return new Item(rule, State.MET, new Evidence(paper, at, by), null);
    }

    private static Item missing(ProcurementRule rule, String next) {
        return new Item(rule, State.MISSING, null, next);
    }

    private static Item later(ProcurementRule rule, String next) {
        return new Item(rule, State.LATER, null, next);
    }

    private static @Nullable Solicited solicited(ContractingProcess process) {
        return switch (process) {
            case Open _ -> null;
            case Solicited solicited -> solicited;
            case Awarded awarded -> awarded.solicited();
            case Cancelled(var before, var _) -> solicited(before);
        };
    }

    /** The day whose rules count: that of the solicitation, before it that of the opening. */
    public static LocalDate day(ContractingProcess process) {
        Solicited solicited = solicited(process);
        return solicited == null
                ? process.opening().openedOn()
                : solicited.solicitation().on();
    }

    /** Whether the route of a process names a determination. */
    public static boolean isDetermined(ContractingProcess process) {
        Route.Kind kind = process.opening().route().kind();
        return kind == Route.Kind.SOLE_SOURCE || kind == Route.Kind.EXEMPTION;
    }
}

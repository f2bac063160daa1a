package org.partnershipfund.approval.selection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.menu.ProgramId;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.plan.Step;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/**
 * What a selection carries through all of its states.
 *
 * @param content the newest version
 * @param firstSubmittedAt when the school first let it out of its hands; the due date is for that
 * @param decisions all of them, oldest first, also on earlier versions
 * @param awards of competitions that other programs won, oldest first
 * @param contracted all that procurement ever said to be under contract, oldest first; {@link #underContract} counts
 * @param standing the version that stands while the school amends it (§12)
 * @param versions how many there are, also of amendments that were given up; the next one has the number after it
 * @param cancelled what central office gave up buying, oldest first; what such a process awarded is void
 */
public record Dossier(
        SelectionId id,
        FundId fund,
        FiscalYear year,
        SchoolCode school,
        Content content,
        Optional<Instant> firstSubmittedAt,
        List<StepDecision> decisions,
        List<Award> awards,
        List<Contracted> contracted,
        Optional<Standing> standing,
        int versions,
        List<CancelledPurchase> cancelled) {

    /** One of which no purchase was given up. */
    public Dossier(
            SelectionId id,
            FundId fund,
            FiscalYear year,
            SchoolCode school,
            Content content,
            Optional<Instant> firstSubmittedAt,
            List<StepDecision> decisions,
            List<Award> awards,
            List<Contracted> contracted,
            Optional<Standing> standing,
            int versions) {
        this(
                id,
                fund,
                year,
                school,
                content,
                firstSubmittedAt,
                decisions,
                awards,
                contracted,
                standing,
                versions,
                List.of());
    }

    /** One that was never amended. */
    public Dossier(
            SelectionId id,
            FundId fund,
            FiscalYear year,
            SchoolCode school,
            Content content,
            Optional<Instant> firstSubmittedAt,
            List<StepDecision> decisions,
            List<Award> awards,
            List<Contracted> contracted) {
        this(
                id,
                fund,
                year,
                school,
                content,
                firstSubmittedAt,
                decisions,
                awards,
                contracted,
                Optional.empty(),
                content.version());
    }

    public Dossier {
        decisions = List.copyOf(decisions);
        awards = List.copyOf(awards);
        contracted = List.copyOf(contracted);
        cancelled = List.copyOf(cancelled);
    }

    /** With word that this purchase was given up. */
    Dossier with(CancelledPurchase purchase) {
        List<CancelledPurchase> all = new ArrayList<>(cancelled);
        all.add(purchase);
        return new Dossier(
                id,
                fund,
                year,
                school,
                content,
                firstSubmittedAt,
                decisions,
                awards,
                contracted,
                standing,
                versions,
                all);
    }

    /** Whether central office gave up buying by that process. */
    boolean isCancelled(UUID process) {
        return cancelled.stream().anyMatch(one -> one.process().equals(process));
    }

    /** The awards that count, oldest first: those of processes that were not given up. */
    public List<Award> standingAwards() {
        return awards.stream().filter(award -> !isCancelled(award.process())).toList();
    }

    Dossier submitted(Instant at) {
        return copy(content, Optional.of(firstSubmittedAt.orElse(at)), decisions, awards, contracted, standing);
    }

    /** With a new version of its content, which keeps the files of the one before. */
    Dossier next(Needs needs, List<Line> lines, Person by, Instant at, Fingerprint fingerprint) {
        return next(needs, lines, content.attachments(), by, at, fingerprint);
    }

    /** With a new version of its content; while an older one stands, it says why that is amended. */
    Dossier next(
            Needs needs,
            List<Line> lines,
            List<Attachment> attachments,
            Person by,
            Instant at,
            Fingerprint fingerprint) {
        return copy(
                Content.of(
                        id,
                        fund,
                        school,
                        versions + 1,
                        needs,
                        lines,
                        attachments,
                        standing.map(Standing::reason),
                        by,
                        at,
                        fingerprint),
                firstSubmittedAt,
                decisions,
                awards,
                contracted,
                standing);
    }

    Dossier with(StepDecision decision) {
        List<StepDecision> all = new ArrayList<>(decisions);
        all.add(decision);
        return copy(content, firstSubmittedAt, all, awards, contracted, standing);
    }

    Dossier with(Award given) {
        List<Award> all = new ArrayList<>(awards);
        all.add(given);
        return copy(content, firstSubmittedAt, decisions, all, contracted, standing);
    }

    /** With those lines that it does not know to be in that contract. */
    Dossier with(List<Contracted> lines) {
        List<Contracted> all = new ArrayList<>(contracted);
        lines.stream()
                .filter(line -> contracted.stream().noneMatch(line::isTheSameAs))
                .forEach(all::add);
        return copy(content, firstSubmittedAt, decisions, awards, all, standing);
    }

    Dossier with(Standing version) {
        return copy(content, firstSubmittedAt, decisions, awards, contracted, Optional.of(version));
    }

    Dossier withoutStanding() {
        return copy(content, firstSubmittedAt, decisions, awards, contracted, Optional.empty());
    }

    /** The version that stood is the newest again. */
    Dossier backTo(Content stood) {
        return copy(stood, firstSubmittedAt, decisions, awards, contracted, Optional.empty());
    }

    private Dossier copy(
            Content newest,
            Optional<Instant> firstSubmitted,
            List<StepDecision> allDecisions,
            List<Award> allAwards,
            List<Contracted> allContracted,
            Optional<Standing> stands) {
        return new Dossier(
                id,
                fund,
                year,
                school,
                newest,
                firstSubmitted,
                allDecisions,
                allAwards,
                allContracted,
                stands,
                Math.max(versions, newest.version()),
                cancelled);
    }

    /**
     * What is under contract: of each contract that goes on the lines of the newest version that went on with it, oldest
     * first, as they were told last; a line of which nothing was delivered is not.
     */
    public List<Contracted> underContract() {
        return counting()
                .filter(one -> !one.isEnd() && one.amount().isPositive())
                .toList();
    }

    /** Whether the contract is delivered, so that it takes nothing more. */
    boolean isCompleted(UUID contract) {
        return contracted.stream()
                .anyMatch(one -> one.isCompletion() && one.contract().equals(contract));
    }

    /** What was spent of contracts that ended: beside what any newer version costs. */
    public Money spentOfEnded() {
        return spentOfEnded(_ -> true);
    }

    /**
     * What was spent of contracts that had ended then. A settlement says the end again, with another amount and a later time:
     * the first end says when, the last one how much.
     */
    Money spentOfEndedBefore(Instant then) {
        return spentOfEnded(end -> contracted.stream()
                .anyMatch(other -> other.isEnd()
                        && other.contract().equals(end.contract())
                        && other.at().isBefore(then)));
    }

    private Money spentOfEnded(Predicate<Contracted> which) {
        return counting()
                .filter(Contracted::isEnd)
                .filter(which)
                .map(Contracted::amount)
                .reduce(Money.ZERO, Money::plus);
    }

    /**
     * What was spent beside what the version costs that stands while a newer one is decided on, as beside any other version
     * (docs/policy/approval.md §5.3).
     */
    public Money spentBesideStanding() {
        return standing.map(version ->
                        version.reservedAt().map(this::spentOfEndedBefore).orElseGet(this::spentOfEnded))
                .orElse(Money.ZERO);
    }

    /** What all that is under contract costs together, and what was spent of contracts that ended. */
    public Money contractedAmount() {
        return counting().map(Contracted::amount).reduce(Money.ZERO, Money::plus);
    }

    private Stream<Contracted> counting() {
        return contracted.stream()
                .filter(one -> !one.isCompletion() && contracted.stream().noneMatch(other -> other.isAfter(one)));
    }

    /** How the newest version goes on with what is under contract. */
    CarriedLines carried() {
        return CarriedLines.of(underContract(), content.lines());
    }

    /**
     * What lines with price code {@code awarded} take: all that one process awarded, in one; first what is under contract,
     * then the newest.
     *
     * <p>Source: docs/policy/approval.md §3.5.
     */
    public List<Award> awardsToTake() {
        Map<UUID, Award> byProcess = new LinkedHashMap<>();
        standingAwards().forEach(award -> byProcess.merge(award.process(), award, Award::plus));
        List<Award> newestFirst = new ArrayList<>(byProcess.values()).reversed();
        return newestFirst.stream()
                .sorted(Comparator.comparing(award -> !isUnderContract(award)))
                .toList();
    }

    private boolean isUnderContract(Award award) {
        return underContract().stream().anyMatch(one -> one.process().equals(award.process()));
    }

    /** Whether a competition gave the school this program. */
    public boolean isAwarded(ProgramId program) {
        return standingAwards().stream().anyMatch(award -> award.awarded().equals(program));
    }

    /** Whether this outcome of a competition is on record, or void because the competition was given up. */
    boolean knows(Award outcome) {
        return isCancelled(outcome.process()) || awards.stream().anyMatch(outcome::isTheSameOutcomeAs);
    }

    /** The award to the program that beat this one in a competition, the newest first. */
    public Optional<Award> lostTo(ProgramId program) {
        return standingAwards().stream()
                .filter(award -> award.chosen().equals(program))
                .reduce((earlier, later) -> later);
    }

    /** Whether the newest version still buys the program by the school's own choice: by no award and no contract. */
    boolean stillChooses(ProgramId program) {
        CarriedLines carried = carried();
        return content.lines().stream()
                .anyMatch(line -> line.program().equals(program) && !line.isAwarded() && !carried.has(line));
    }

    /** The decisions on the newest version, oldest first. */
    public List<StepDecision> current() {
        return decisions.stream()
                .filter(decision -> decision.version() == content.version())
                .toList();
    }

    /** Whether the step has approved the newest version. */
    public boolean isApprovedBy(Step step) {
        return approvals().containsKey(step);
    }

    /** When which step approved the newest version. */
    public Map<Step, Instant> approvals() {
        Map<Step, Instant> approvals = new EnumMap<>(Step.class);
        current().stream()
                .filter(decision -> decision.verdict() == Verdict.APPROVED)
                .forEach(decision -> approvals.put(decision.step(), decision.at()));
        return approvals;
    }

    /** Whether the council's last word on the newest version was that it cannot decide. */
    public boolean isBlocked() {
        return current().stream()
                .filter(decision -> decision.step() == Step.COUNCIL)
                .reduce((earlier, later) -> later)
                .map(last -> last.verdict() == Verdict.BLOCKED)
                .orElse(false);
    }
}

package org.partnershipfund.approval.adapter.db;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.plan.Plan;
import org.partnershipfund.approval.plan.Step;
import org.partnershipfund.approval.selection.Content;
import org.partnershipfund.approval.selection.Dossier;
import org.partnershipfund.approval.selection.Line;
import org.partnershipfund.approval.selection.LineComment;
import org.partnershipfund.approval.selection.Selection;
import org.partnershipfund.approval.selection.Selection.Approved;
import org.partnershipfund.approval.selection.Selection.Draft;
import org.partnershipfund.approval.selection.Selection.Lapsed;
import org.partnershipfund.approval.selection.Selection.Reserved;
import org.partnershipfund.approval.selection.Selection.Returned;
import org.partnershipfund.approval.selection.Selection.Submitted;
import org.partnershipfund.approval.selection.Selection.Withdrawn;
import org.partnershipfund.approval.selection.SelectionId;
import org.partnershipfund.approval.selection.Standing;
import org.partnershipfund.approval.selection.StepDecision;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.Versioned;

/** A selection as it lies in table {@code selection}, with all its versions, decisions and awards. */
@Entity
@Table(name = "selection")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class SelectionRow {

    @Id
    UUID id;

    @Column(name = "fund_id")
    UUID fundId;

    @Column(name = "fiscal_year")
    int fiscalYear;

    @Column(name = "school_code")
    String schoolCode;

    String state;

    @Column(name = "waits_for")
    @Nullable String waitsFor;

    @Column(name = "content_version")
    int contentVersion;

    @Column(name = "total_cents")
    long totalCents;

    /** What is under contract, counted also if the selection is not. */
    @Column(name = "contracted_cents")
    long contractedCents;

    /** What was spent of contracts that ended, beside what the newest version costs. */
    @Column(name = "spent_beside_cents")
    long spentBesideCents;

    @Column(name = "first_submitted_at")
    @Nullable Instant firstSubmittedAt;

    @Column(name = "submitted_issuer")
    @Nullable String submittedIssuer;

    @Column(name = "submitted_subject")
    @Nullable String submittedSubject;

    @Column(name = "submitted_at")
    @Nullable Instant submittedAt;

    @Column(name = "approved_at")
    @Nullable Instant approvedAt;

    @Column(name = "reserved_at")
    @Nullable Instant reservedAt;

    /** The step that returned it, or the subject of who withdrew it. */
    @Column(name = "ended_by")
    @Nullable String endedBy;

    @Column(name = "ended_issuer")
    @Nullable String endedIssuer;

    @Column(name = "ended_reasons")
    @Nullable String endedReasons;

    @Column(name = "ended_at")
    @Nullable Instant endedAt;

    /** The state in which the end of the fund's year found it. */
    @Column(name = "lapsed_from")
    @Nullable String lapsedFrom;

    @Column(name = "lapsed_at")
    @Nullable Instant lapsedAt;

    /** The version that stands while a newer one is decided on, and what led to it. */
    @Column(name = "standing_version")
    @Nullable Integer standingVersion;

    /** What it costs, counted until the ledger has replaced it. */
    @Column(name = "standing_cents")
    long standingCents;

    @Column(name = "standing_submitted_issuer")
    @Nullable String standingSubmittedIssuer;

    @Column(name = "standing_submitted_subject")
    @Nullable String standingSubmittedSubject;

    @Column(name = "standing_submitted_at")
    @Nullable Instant standingSubmittedAt;

    @Column(name = "standing_approved_at")
    @Nullable Instant standingApprovedAt;

    @Column(name = "standing_reserved_at")
    @Nullable Instant standingReservedAt;

    @Column(name = "amended_because")
    @Nullable String amendedBecause;

    @Column(name = "modified_at")
    Instant modifiedAt;

    @Version
    long version = 1;

    @ElementCollection
    @CollectionTable(name = "selection_content", joinColumns = @JoinColumn(name = "selection_id"))
    @OrderColumn(name = "place")
    List<ContentPart> contents = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "selection_line", joinColumns = @JoinColumn(name = "selection_id"))
    @OrderColumn(name = "place")
    List<LinePart> lines = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "selection_option", joinColumns = @JoinColumn(name = "selection_id"))
    @OrderColumn(name = "place")
    List<OptionPart> options = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "selection_community", joinColumns = @JoinColumn(name = "selection_id"))
    @OrderColumn(name = "place")
    List<TakingPartPart> community = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "selection_attachment", joinColumns = @JoinColumn(name = "selection_id"))
    @OrderColumn(name = "place")
    List<AttachmentPart> attachments = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "selection_decision", joinColumns = @JoinColumn(name = "selection_id"))
    @OrderColumn(name = "place")
    List<DecisionPart> decisions = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "selection_award", joinColumns = @JoinColumn(name = "selection_id"))
    @OrderColumn(name = "place")
    List<AwardPart> awards = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "selection_contracted", joinColumns = @JoinColumn(name = "selection_id"))
    @OrderColumn(name = "place")
    List<ContractedPart> contracted = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "selection_cancelled_purchase", joinColumns = @JoinColumn(name = "selection_id"))
    @OrderColumn(name = "place")
    List<CancelledPurchasePart> cancelled = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "selection_plan_step", joinColumns = @JoinColumn(name = "selection_id"))
    @OrderColumn(name = "place")
    List<PlanStepPart> planned = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "selection_line_comment", joinColumns = @JoinColumn(name = "selection_id"))
    @OrderColumn(name = "place")
    List<LineCommentPart> lineComments = new ArrayList<>();

    SelectionRow take(Selection selection) {
        takeDossier(selection.dossier());
        state = selection.word();
        modifiedAt = selection.changedAt();
        waitsFor = null;
        submittedIssuer = null;
        submittedSubject = null;
        submittedAt = null;
        approvedAt = null;
        reservedAt = null;
        endedBy = null;
        endedIssuer = null;
        endedReasons = null;
        endedAt = null;
        lapsedFrom = null;
        lapsedAt = null;
        spentBesideCents = selection.spentBeside().cents();
        takeState(selection);
        return this;
    }

    private void takeState(Selection selection) {
        switch (selection) {
            case Draft _ -> {}
            case Submitted submitted -> {
                takeSubmitted(submitted);
                waitsFor = submitted.waitsFor().iterator().next().word();
            }
            case Approved approved -> takeApproved(approved);
            case Reserved(Approved approved, Instant at) -> {
                takeApproved(approved);
                reservedAt = at;
            }
            case Returned(var _, Step by, String reasons, Instant at) -> {
                endedBy = by.word();
                endedReasons = reasons;
                endedAt = at;
            }
            case Withdrawn(var _, String reason, Person by, Instant at) -> {
                endedBy = by.subject();
                endedIssuer = by.issuer();
                endedReasons = reason;
                endedAt = at;
            }
            case Lapsed(Selection before, Instant at) -> {
                takeState(before);
                waitsFor = null;
                lapsedFrom = before.word();
                lapsedAt = at;
            }
        }
    }

    // Versions, lines, files, decisions, awards and contracts are only ever added; the tables allow nothing else.
    private void takeDossier(Dossier dossier) {
        Content content = dossier.content();
        id = dossier.id().value();
        fundId = dossier.fund().value();
        fiscalYear = dossier.year().endYear();
        schoolCode = dossier.school().value();
        contentVersion = content.version();
        totalCents = content.total().cents();
        firstSubmittedAt = dossier.firstSubmittedAt().orElse(null);
        if (contents.stream().noneMatch(part -> part.contentVersion == content.version())) {
            contents.add(ContentPart.of(content));
            content.lines().forEach(line -> lines.add(LinePart.of(content.version(), line)));
            content.attachments().forEach(one -> attachments.add(AttachmentPart.of(content.version(), one)));
            content.needs().options().forEach(option -> options.add(OptionPart.of(content.version(), option)));
            content.needs().community().forEach(taking -> community.add(TakingPartPart.of(content.version(), taking)));
        }
        for (int place = decisions.size(); place < dossier.decisions().size(); place++) {
            StepDecision decision = dossier.decisions().get(place);
            decisions.add(DecisionPart.of(decision));
            for (LineComment comment : decision.comments()) {
                lineComments.add(LineCommentPart.of(place, comment));
            }
        }
        dossier.awards().stream()
                .skip(awards.size())
                .map(AwardPart::of)
                .toList()
                .forEach(awards::add);
        dossier.contracted().stream()
                .skip(contracted.size())
                .map(ContractedPart::of)
                .toList()
                .forEach(contracted::add);
        dossier.cancelled().stream()
                .skip(cancelled.size())
                .map(CancelledPurchasePart::of)
                .toList()
                .forEach(cancelled::add);
        contractedCents = dossier.contractedAmount().cents();
        takeStanding(dossier.standing().orElse(null));
    }

    private void takeStanding(@Nullable Standing standing) {
        standingVersion = standing == null ? null : standing.content().version();
        standingCents = standing == null ? 0 : standing.content().total().cents();
        standingSubmittedIssuer =
                standing == null ? null : standing.submittedBy().issuer();
        standingSubmittedSubject =
                standing == null ? null : standing.submittedBy().subject();
        standingSubmittedAt = standing == null ? null : standing.submittedAt();
        standingApprovedAt = standing == null ? null : standing.approvedAt();
        standingReservedAt = standing == null ? null : standing.reservedAt().orElse(null);
        amendedBecause = standing == null ? null : standing.reason();
    }

    private void takeSubmitted(Submitted submitted) {
        submittedIssuer = submitted.submittedBy().issuer();
        submittedSubject = submitted.submittedBy().subject();
        submittedAt = submitted.submittedAt();
        int of = submitted.dossier().content().version();
        if (planned.stream().noneMatch(part -> part.contentVersion == of)) {
            submitted.plan().steps().forEach(step -> planned.add(PlanStepPart.of(of, submitted.plan(), step)));
        }
    }

    private void takeApproved(Approved approved) {
        takeSubmitted(approved.submitted());
        approvedAt = approved.approvedAt();
    }

    Versioned<Selection> versioned() {
        return new Versioned<>(noun(), version);
    }

    private Selection noun() {
        return state.equals("lapsed")
                ? new Lapsed(in(requireNonNull(lapsedFrom)), requireNonNull(lapsedAt))
                : in(state);
    }

    private Selection in(String word) {
        return switch (word) {
            case "draft" -> new Draft(dossier());
            case "submitted" -> submitted();
            case "approved" -> approved();
            case "reserved" -> new Reserved(approved(), requireNonNull(reservedAt));
            case "returned" ->
                new Returned(
                        dossier(),
                        Words.constant(Step.values(), Step::word, requireNonNull(endedBy)),
                        requireNonNull(endedReasons),
                        requireNonNull(endedAt));
            case "withdrawn" ->
                new Withdrawn(
                        dossier(),
                        requireNonNull(endedReasons),
                        new Person(requireNonNull(endedIssuer), requireNonNull(endedBy)),
                        requireNonNull(endedAt));
            case String unknown -> throw new IllegalStateException("selection %s is %s".formatted(id, unknown));
        };
    }

    private Submitted submitted() {
        return new Submitted(
                dossier(),
                new Person(requireNonNull(submittedIssuer), requireNonNull(submittedSubject)),
                requireNonNull(submittedAt),
                plan(contentVersion));
    }

    private Plan plan(int ofVersion) {
        List<PlanStepPart> its = planned.stream()
                .filter(part -> part.contentVersion == ofVersion)
                .toList();
        return new Plan(
                its.getFirst().stagesNumber,
                its.stream().map(PlanStepPart::noun).toList());
    }

    private Approved approved() {
        return new Approved(submitted(), requireNonNull(approvedAt));
    }

    private Dossier dossier() {
        return new Dossier(
                new SelectionId(id),
                new FundId(fundId),
                new FiscalYear(fiscalYear),
                new SchoolCode(schoolCode),
                content(contentVersion),
                Optional.ofNullable(firstSubmittedAt),
                allDecisions(),
                awards.stream().map(AwardPart::noun).toList(),
                contracted.stream().map(ContractedPart::noun).toList(),
                Optional.ofNullable(standingVersion).map(this::standing),
                contents.size(),
                cancelled.stream().map(CancelledPurchasePart::noun).toList());
    }

    private Standing standing(int ofVersion) {
        return new Standing(
                content(ofVersion),
                new Person(requireNonNull(standingSubmittedIssuer), requireNonNull(standingSubmittedSubject)),
                requireNonNull(standingSubmittedAt),
                plan(ofVersion),
                requireNonNull(standingApprovedAt),
                Optional.ofNullable(standingReservedAt),
                requireNonNull(amendedBecause));
    }

    /** Versions are numbered from 1 on, without a gap. */
    private Content content(int ofVersion) {
        return content(contents.get(ofVersion - 1));
    }

    private List<StepDecision> allDecisions() {
        List<StepDecision> all = new ArrayList<>();
        for (int i = 0; i < decisions.size(); i++) {
            int place = i;
            all.add(decisions
                    .get(place)
                    .noun(lineComments.stream()
                            .filter(part -> part.decisionPlace == place)
                            .map(LineCommentPart::noun)
                            .toList()));
        }
        return all;
    }

    /** Every version, oldest first. */
    List<Content> allContents() {
        return contents.stream().map(this::content).toList();
    }

    /** Each submission has a plan of its own. */
    Set<Integer> submittedVersions() {
        return planned.stream().map(part -> part.contentVersion).collect(Collectors.toUnmodifiableSet());
    }

    private Content content(ContentPart part) {
        List<Line> its = lines.stream()
                .filter(line -> line.contentVersion == part.contentVersion)
                .map(LinePart::noun)
                .toList();
        return part.noun(
                its,
                attachments.stream()
                        .filter(attachment -> attachment.contentVersion == part.contentVersion)
                        .map(AttachmentPart::noun)
                        .toList(),
                options.stream()
                        .filter(option -> option.contentVersion == part.contentVersion)
                        .map(OptionPart::noun)
                        .toList(),
                community.stream()
                        .filter(taking -> taking.contentVersion == part.contentVersion)
                        .map(TakingPartPart::noun)
                        .toList());
    }
}

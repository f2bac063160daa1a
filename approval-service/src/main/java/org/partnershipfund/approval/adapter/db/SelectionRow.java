package org.partnershipfund.approval.adapter.db;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.plan.Plan;
import org.partnershipfund.approval.plan.Step;
import org.partnershipfund.approval.selection.Content;
import org.partnershipfund.approval.selection.Dossier;
import org.partnershipfund.approval.selection.Line;
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
@SuppressWarnings("NullAway.Init") // RowJson, or of(), fills the fields: some thirty columns are no constructor
class SelectionRow {

    UUID id;

    UUID fundId;

    int fiscalYear;

    String schoolCode;

    String state;

    @Nullable String waitsFor;

    int contentVersion;

    long totalCents;

    /** What is under contract, counted also if the selection is not. */
    long contractedCents;

    /** What was spent of contracts that ended, beside what the newest version costs. */
    long spentBesideCents;

    @Nullable Instant firstSubmittedAt;

    @Nullable String submittedIssuer;

    @Nullable String submittedSubject;

    @Nullable Instant submittedAt;

    @Nullable Instant approvedAt;

    @Nullable Instant reservedAt;

    /** The step that returned it, or the subject of who withdrew it. */
    @Nullable String endedBy;

    @Nullable String endedIssuer;

    @Nullable String endedReasons;

    @Nullable Instant endedAt;

    /** The state in which the end of the fund's year found it. */
    @Nullable String lapsedFrom;

    @Nullable Instant lapsedAt;

    /** The version that stands while a newer one is decided on, and what led to it. */
    @Nullable Integer standingVersion;

    /** What it costs, counted until the ledger has replaced it. */
    long standingCents;

    @Nullable String standingSubmittedIssuer;

    @Nullable String standingSubmittedSubject;

    @Nullable Instant standingSubmittedAt;

    @Nullable Instant standingApprovedAt;

    @Nullable Instant standingReservedAt;

    @Nullable String amendedBecause;

    Instant modifiedAt;

    long version = 1;

    @JsonIgnore
    List<ContentPart> contents = List.of();

    @JsonIgnore
    List<LinePart> lines = List.of();

    @JsonIgnore
    List<OptionPart> options = List.of();

    @JsonIgnore
    List<TakingPartPart> community = List.of();

    @JsonIgnore
    List<AttachmentPart> attachments = List.of();

    @JsonIgnore
    List<DecisionPart> decisions = List.of();

    @JsonIgnore
    List<LineCommentPart> lineComments = List.of();

    @JsonIgnore
    List<AwardPart> awards = List.of();

    @JsonIgnore
    List<ContractedPart> contracted = List.of();

    @JsonIgnore
    List<CancelledPurchasePart> cancelled = List.of();

    @JsonIgnore
    List<PlanStepPart> planned = List.of();

    /** The columns of {@link JdbcSelections#ALL}: the row with all rows of its parts. */
    static SelectionRow read(ResultSet found) throws SQLException {
        SelectionRow row = RowJson.row(found.getString("root"), SelectionRow.class);
        row.contents = parts(found, SelectionParts.CONTENT, ContentPart.class);
        row.lines = parts(found, SelectionParts.LINE, LinePart.class);
        row.options = parts(found, SelectionParts.OPTION, OptionPart.class);
        row.community = parts(found, SelectionParts.COMMUNITY, TakingPartPart.class);
        row.attachments = parts(found, SelectionParts.ATTACHMENT, AttachmentPart.class);
        row.decisions = parts(found, SelectionParts.DECISION, DecisionPart.class);
        row.lineComments = parts(found, SelectionParts.LINE_COMMENT, LineCommentPart.class);
        row.awards = parts(found, SelectionParts.AWARD, AwardPart.class);
        row.contracted = parts(found, SelectionParts.CONTRACTED, ContractedPart.class);
        row.cancelled = parts(found, SelectionParts.CANCELLED, CancelledPurchasePart.class);
        row.planned = parts(found, SelectionParts.PLANNED, PlanStepPart.class);
        return row;
    }

    private static <T> List<T> parts(ResultSet found, SelectionParts part, Class<T> type) throws SQLException {
        return RowJson.rows(found.getString(part.word), type);
    }

    /** The row of the selection, without its parts. */
    static SelectionRow of(Selection selection) {
        var row = new SelectionRow();
        row.takeDossier(selection.dossier());
        row.state = selection.word();
        row.modifiedAt = selection.changedAt();
        row.spentBesideCents = selection.spentBeside().cents();
        row.takeState(selection);
        return row;
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

    private void takeDossier(Dossier dossier) {
        Content content = dossier.content();
        id = dossier.id().value();
        fundId = dossier.fund().value();
        fiscalYear = dossier.year().endYear();
        schoolCode = dossier.school().value();
        contentVersion = content.version();
        totalCents = content.total().cents();
        firstSubmittedAt = dossier.firstSubmittedAt().orElse(null);
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
                .filter(part -> part.contentVersion() == ofVersion)
                .toList();
        return new Plan(
                its.getFirst().stagesNumber(),
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
                            .filter(part -> part.decisionPlace() == place)
                            .map(LineCommentPart::noun)
                            .toList()));
        }
        return all;
    }

    /** Every version, oldest first. */
    List<Content> allContents() {
        return contents.stream().map(this::content).toList();
    }

    private Content content(ContentPart part) {
        List<Line> its = lines.stream()
                .filter(line -> line.contentVersion() == part.contentVersion())
                .map(LinePart::noun)
                .toList();
        return part.noun(
                its,
                attachments.stream()
                        .filter(attachment -> attachment.contentVersion() == part.contentVersion())
                        .map(AttachmentPart::noun)
                        .toList(),
                options.stream()
                        .filter(option -> option.contentVersion() == part.contentVersion())
                        .map(OptionPart::noun)
                        .toList(),
                community.stream()
                        .filter(taking -> taking.contentVersion() == part.contentVersion())
                        .map(TakingPartPart::noun)
                        .toList());
    }
}

package org.partnershipfund.approval.history;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.partnershipfund.approval.council.Council;
import org.partnershipfund.approval.council.Group;
import org.partnershipfund.approval.council.Motion;
import org.partnershipfund.approval.council.Motion.Ballot;
import org.partnershipfund.approval.council.Motion.Closed;
import org.partnershipfund.approval.council.Result.Tally;
import org.partnershipfund.approval.council.Seat;
import org.partnershipfund.approval.fund.RememberedFund;
import org.partnershipfund.approval.fund.SchoolAllocation;
import org.partnershipfund.approval.plan.Step;
import org.partnershipfund.approval.selection.Attaching;
import org.partnershipfund.approval.selection.Attachment;
import org.partnershipfund.approval.selection.AttachmentId;
import org.partnershipfund.approval.selection.Content;
import org.partnershipfund.approval.selection.Contracted;
import org.partnershipfund.approval.selection.Line;
import org.partnershipfund.approval.selection.LineComment;
import org.partnershipfund.approval.selection.StepDecision;
import org.partnershipfund.approval.selection.TakingPart;
import org.partnershipfund.kernel.Words;

/**
 * The complete file of one selection as it is handed out: in sentences, without the names of students, without what ties
 * anybody to an organisation, and without who read it.
 *
 * <p>Source: docs/policy/approval.md §17.4.
 *
 * @param changedAt when something of it changed last
 */
public record PublicRecord(
        String school,
        String fund,
        String allocation,
        String state,
        String id,
        List<VersionPart> versions,
        List<MotionPart> motions,
        List<String> awards,
        List<LinePart> contracts,
        Instant changedAt) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.US);

    public PublicRecord {
        versions = List.copyOf(versions);
        motions = List.copyOf(motions);
        awards = List.copyOf(awards);
        contracts = List.copyOf(contracts);
    }

    /**
     * One version, with what was decided on it.
     *
     * @param amendedBecause why what was approved is amended; blank if it amends nothing
     */
    public record VersionPart(
            int version,
            String draftedAt,
            String amendedBecause,
            String digest,
            String goals,
            String dataLookedAt,
            String pupilsToServe,
            String communityInvolved,
            List<String> community,
            List<OptionPart> options,
            List<LinePart> lines,
            String total,
            List<FilePart> files,
            List<DecisionPart> decisions) {
        public VersionPart {
            community = List.copyOf(community);
            options = List.copyOf(options);
            lines = List.copyOf(lines);
            files = List.copyOf(files);
            decisions = List.copyOf(decisions);
        }
    }

    /**
     * A file that the version has.
     *
     * @param what its type and length
     * @param digest SHA-256 of its bytes
     */
    public record FilePart(String name, String what, String digest) {}

    /** What the school thought about, and why it was chosen or not. */
    public record OptionPart(String name, String verdict, String reason) {}

    /** What is bought, for how much. */
    public record LinePart(String program, String partner, String what, String amount) {}

    /**
     * What a body decided.
     *
     * @param delegated whether it was decided by somebody in the place of who holds the office or is assigned
     * @param lineComments what it says about single lines, each with the program's name
     */
    public record DecisionPart(
            String body,
            String verdict,
            String at,
            String reasons,
            boolean binding,
            boolean delegated,
            List<String> lineComments) {
        public DecisionPart {
            lineComments = List.copyOf(lineComments);
        }
    }

    /** A motion with its roll call; without a result while it is open. */
    public record MotionPart(
            String day,
            int version,
            String result,
            List<String> reasons,
            String count,
            List<RollPart> roll,
            String account) {
        public MotionPart {
            reasons = List.copyOf(reasons);
            roll = List.copyOf(roll);
        }
    }

    /** How one member voted. */
    public record RollPart(String member, String group, String vote) {}

    /**
     * What the file of a selection is made of.
     *
     * @param submitted which versions ever were
     */
    public record Of(
            Chronicle chronicle,
            Set<Integer> submitted,
            Optional<SchoolAllocation> allocation,
            Optional<RememberedFund> fund,
            Council council) {
        public Of {
            submitted = Set.copyOf(submitted);
        }
    }

    /** The file, as of now. */
    public static PublicRecord of(Of of) {
        var selection = of.chronicle().selection();
        var dossier = selection.dossier();
        String code = dossier.school().value();
        Set<AttachmentId> onFile =
                Attaching.onFile(dossier.content(), of.chronicle().versions(), of.submitted()).stream()
                        .map(Attachment::id)
                        .collect(Collectors.toUnmodifiableSet());
        return new PublicRecord(
                of.allocation().map(SchoolAllocation::schoolName).orElse("School") + " (" + code + ")",
                of.fund()
                        .map(fund -> "%s, fiscal year %d"
                                .formatted(fund.name(), fund.year().endYear()))
                        .orElse("fiscal year " + dossier.year().endYear()),
                of.allocation().map(known -> known.amount().toString()).orElse("not known"),
                selection.word(),
                dossier.id().value().toString(),
                of.chronicle().versions().reversed().stream()
                        .map(content -> version(content, of.chronicle(), onFile))
                        .toList(),
                of.chronicle().motions().stream()
                        .map(motion -> motion(motion, of.council()))
                        .toList(),
                dossier.awards().stream()
                        .map(award -> "%s: a competition gave %s to %s.%s"
                                .formatted(
                                        Words.time(award.at()),
                                        award.amount(),
                                        award.partnerName(),
                                        dossier.standingAwards().contains(award)
                                                ? ""
                                                : " It is void: the competition was cancelled."))
                        .toList(),
                dossier.underContract().stream()
                        .map(line -> contract(line, of.chronicle()))
                        .toList(),
                changedAt(of.chronicle()));
    }

    private static Instant changedAt(Chronicle chronicle) {
        Instant last = chronicle.selection().changedAt();
        for (Motion motion : chronicle.motions()) {
            Instant at = switch (motion) {
                case Motion.Open open -> open.question().openedAt();
                case Closed closed ->
                    closed.account().map(Motion.Account::recordedAt).orElse(closed.closedAt());
            };
            last = at.isAfter(last) ? at : last;
        }
        // A version of an amendment that was given up is printed too, and younger than what stands.
        for (Content version : chronicle.versions()) {
            last = version.draftedAt().isAfter(last) ? version.draftedAt() : last;
        }
        return last;
    }

    // What was taken out of a draft again is named to nobody outside: it may have been there by mistake.
    private static VersionPart version(Content content, Chronicle chronicle, Set<AttachmentId> onFile) {
        var selection = chronicle.selection();
        return new VersionPart(
                content.version(),
                Words.time(content.draftedAt()),
                content.amendedBecause().orElse(""),
                content.digest(),
                content.needs().goals(),
                content.needs().dataLookedAt(),
                content.needs().pupilsToServe(),
                content.needs().communityInvolved(),
                content.needs().community().stream()
                        .map(PublicRecord::takingPart)
                        .toList(),
                content.needs().options().stream()
                        .map(option -> new OptionPart(
                                option.name(), option.chosen() ? "chosen" : "not chosen", option.reason()))
                        .toList(),
                content.lines().stream().map(PublicRecord::line).toList(),
                content.total().toString(),
                content.attachments().stream()
                        .filter(attachment -> onFile.contains(attachment.id()))
                        .map(PublicRecord::file)
                        .toList(),
                selection.dossier().decisions().stream()
                        .filter(decision -> decision.version() == content.version())
                        .map(decision -> decision(decision, content, selection.isBinding(decision)))
                        .toList());
    }

    private static FilePart file(Attachment attachment) {
        return new FilePart(
                attachment.fileName(),
                "%s, %,d bytes".formatted(attachment.type().name(), attachment.bytes()),
                attachment.sha256());
    }

    private static String takingPart(TakingPart part) {
        return "%s%s%s"
                .formatted(
                        part.role().word(),
                        part.number().map(number -> ": " + number).orElse(""),
                        part.how().map(how -> " (" + how + ")").orElse(""));
    }

    private static LinePart line(Line line) {
        return new LinePart(
                line.programName(),
                line.partnerName(),
                "%d at %s (%s), for %s, %s to %s"
                        .formatted(
                                line.quantity(),
                                line.unitPrice(),
                                line.unit().word(),
                                Words.count(line.pupils(), "pupil"),
                                DAY.format(line.serviceFrom()),
                                DAY.format(line.serviceUntil())),
                line.amount().toString());
    }

    private static LinePart contract(Contracted contracted, Chronicle chronicle) {
        Optional<Line> line = chronicle.versions().reversed().stream()
                .flatMap(content -> content.lines().stream())
                .filter(one -> one.program().equals(contracted.program()))
                .findFirst();
        return new LinePart(
                line.map(Line::programName)
                        .orElse("Program " + contracted.program().value()),
                line.map(Line::partnerName).orElse(""),
                "Contract %s, of version %d, since %s"
                        .formatted(contracted.contract(), contracted.version(), Words.time(contracted.at())),
                contracted.amount().toString());
    }

    private static DecisionPart decision(StepDecision decision, Content content, boolean binding) {
        return new DecisionPart(
                body(decision.step()),
                decision.verdict().word(),
                Words.time(decision.at()),
                decision.reasons(),
                binding,
                decision.inPlaceOf().isPresent(),
                decision.comments().stream()
                        .map(comment -> lineComment(comment, content))
                        .toList());
    }

    private static String lineComment(LineComment comment, Content content) {
        return content.lines().stream()
                .filter(line -> line.id().equals(comment.line()))
                .findFirst()
                .map(line -> "About %s (%s): %s".formatted(line.programName(), line.partnerName(), comment.text()))
                .orElse(comment.text());
    }

    private static String body(Step step) {
        return switch (step) {
            case COUNCIL -> "School Site Council";
            case SUPERINTENDENT -> "Instructional Superintendent";
            case PARTNERSHIPS_TEAM -> "Partnerships team";
            case BUDGET_OFFICE -> "Budget office, about the money";
            case DISTRICT_SUPERINTENDENT -> "Superintendent of the district";
            case CFO -> "Chief financial officer";
            case DEPUTY_CFO -> "Deputy chief financial officer";
            case COMPLETENESS -> "Budget office";
            case RESERVATION -> "Ledger";
            case COMPETITION -> "Competition";
        };
    }

    private static MotionPart motion(Motion motion, Council council) {
        ZoneId zone = Words.DISTRICT;
        String day = DAY.format(motion.question().openedAt().atZone(zone));
        int version = motion.question().item().version();
        List<RollPart> roll = roll(motion.ballots(), council);
        return switch (motion) {
            case Motion.Open _ -> new MotionPart(day, version, "open", List.of(), "", roll, "");
            case Closed closed ->
                new MotionPart(
                        day,
                        version,
                        closed.result().word(),
                        closed.result().reasons(),
                        count(closed.result().tally()),
                        roll,
                        account(closed));
        };
    }

    private static String account(Closed closed) {
        if (closed.accountOwed()) {
            return "The principal voted against the majority and owes an account of it.";
        }
        return closed.account()
                .map(given -> "The principal's account of the vote against the majority: " + given.text())
                .orElse("");
    }

    private static String count(Tally tally) {
        return "%d yes, %d no, %d abstained, %d recused; %d of %d seated members present, of them %s and %s; %s by constitution."
                .formatted(
                        tally.yes(),
                        tally.no(),
                        tally.abstained(),
                        tally.recused(),
                        tally.present(),
                        tally.seated(),
                        Words.count(tally.teachers(), "teacher"),
                        Words.count(tally.parents(), "parent"),
                        Words.count(tally.votingMembers(), "voting member"));
    }

    private static List<RollPart> roll(List<Ballot> ballots, Council council) {
        List<RollPart> roll = new ArrayList<>();
        for (Ballot ballot : ballots) {
            Optional<Seat> seat = council.seats().stream()
                    .filter(one -> one.id().equals(ballot.seat()))
                    .findFirst();
            roll.add(new RollPart(
                    seat.map(PublicRecord::name).orElse("A former member"),
                    seat.map(one -> one.group().word() + (one.alternate() ? ", alternate" : ""))
                            .orElse(""),
                    ballot.vote().word() + (ballot.own() ? "" : " (called)")));
        }
        return roll;
    }

    private static String name(Seat seat) {
        return seat.group() == Group.STUDENT ? "Student" : seat.name().orElse("Name not on record");
    }
}

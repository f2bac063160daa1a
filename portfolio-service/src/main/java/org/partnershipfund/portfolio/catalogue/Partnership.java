package org.partnershipfund.portfolio.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.portfolio.catalogue.CatalogueRefusal.AgreementInTheFuture;
import org.partnershipfund.portfolio.catalogue.CatalogueRefusal.FundWithoutContract;
import org.partnershipfund.portfolio.catalogue.CatalogueRefusal.FundedByContract;
import org.partnershipfund.portfolio.catalogue.CatalogueRefusal.NotTheTimeToVerify;
import org.partnershipfund.portfolio.catalogue.CatalogueRefusal.PartnershipExists;
import org.partnershipfund.portfolio.catalogue.CatalogueRefusal.YearIsOver;
import org.partnershipfund.portfolio.catalogue.CatalogueRefusal.YearNotOpen;
import org.partnershipfund.portfolio.catalogue.PartnershipEvent.PartnershipRegistered;
import org.partnershipfund.portfolio.program.ProgramId;
import org.partnershipfund.portfolio.program.Session;

/**
 * A program at a school in a fiscal year, whoever pays for it (catalogue §5).
 *
 * @param contracts of the Partnership Fund that pay for it, each once; with one, the funding is the fund's
 * @param source empty unless it came by a file
 * @param verdict what the school found about the year; empty until it did
 */
public record Partnership(
        PartnershipId id,
        ProgramId program,
        SchoolCode school,
        FiscalYear year,
        Details details,
        List<UUID> contracts,
        Optional<Source> source,
        Optional<Verdict> verdict,
        Instant registeredAt,
        Instant modifiedAt) {

    public Partnership {
        contracts = List.copyOf(new TreeSet<>(contracts));
        if (!contracts.isEmpty() && details.funding() != Funding.PARTNERSHIP_FUND) {
            throw new IllegalArgumentException("a contract of the Partnership Fund pays for it");
        }
    }

    /**
     * What school or partner say of it.
     *
     * @param pupils served in the year, 0 or more; empty if nobody said so
     * @param schedule its usual week at this school, by day and time, each session once
     */
    public record Details(
            Funding funding, Optional<Integer> pupils, List<Session> schedule, Optional<Agreement> agreement) {

        /** Fewer pupils than this, and more than none, could be recognised: their number is not public (§5.7). */
        public static final int FEW_PUPILS = 10;

        public Details {
            if (pupils.filter(number -> number < 0).isPresent()) {
                throw new IllegalArgumentException("a partnership serves no negative pupils");
            }
            schedule = List.copyOf(new TreeSet<>(schedule));
        }

        /** Whether so few pupils are served that only those who speak for the partnership see how many. */
        public boolean hasFewPupils() {
            return pupils.filter(number -> number > 0 && number < FEW_PUPILS).isPresent();
        }
    }

    /**
     * The signed agreement of school and partner that is on file.
     *
     * @param reference by which the school finds it
     */
    public record Agreement(String reference, LocalDate signedOn) {}

    /**
     * The file that it came by.
     *
     * @param illustrative whether it is made up to show how things work
     */
    public record Source(String text, boolean illustrative) {}

    /** What the school found, and when it said so. */
    public record Verdict(Rating rating, LocalDate on) {}

    /**
     * Registers a partnership (§5.1).
     *
     * @param source the file of the team that it is in; empty if it is registered by itself
     * @param twin the partnership of that program, school and year, if there is one
     * @param by in whose name
     * @param today the day in the district
     */
    public static Decision<Partnership> register(
            PartnershipId id,
            ProgramId program,
            SchoolCode school,
            FiscalYear year,
            Details details,
            Optional<Source> source,
            Optional<PartnershipId> twin,
            Voice by,
            LocalDate today,
            Instant at) {
        if (twin.isPresent()) {
            return Decision.refuse(new PartnershipExists(school, year, twin.get()));
        }
        FiscalYear running = FiscalYear.of(today);
        FiscalYear coming = new FiscalYear(running.endYear() + 1);
        if (by != Voice.TEAM && !year.equals(running) && !year.equals(coming)) {
            return Decision.refuse(new YearNotOpen(year, running, coming));
        }
        if (source.isEmpty() && details.funding() == Funding.PARTNERSHIP_FUND) {
            return Decision.refuse(new FundWithoutContract());
        }
        return agreementInTheFuture(details, today)
                .<Decision<Partnership>>map(Decision::refuse)
                .orElseGet(() -> registered(new Partnership(
                        id, program, school, year, details, List.of(), source, Optional.empty(), at, at)));
    }

    /**
     * Describes a partnership anew (§5.4); saying the same again changes nothing.
     *
     * @param by in whose name: after the partner's word the school verifies again
     */
    public static Decision<Partnership> change(
            Partnership partnership, Details details, Voice by, LocalDate today, Instant at) {
        if (details.equals(partnership.details)) {
            return Decision.accept(partnership);
        }
        if (by != Voice.TEAM && today.isAfter(partnership.year.lastDay())) {
            return Decision.refuse(new YearIsOver(partnership.year, partnership.year.lastDay(), today));
        }
        if (details.funding() == Funding.PARTNERSHIP_FUND
                && partnership.details.funding() != Funding.PARTNERSHIP_FUND) {
            return Decision.refuse(new FundWithoutContract());
        }
        if (!partnership.contracts.isEmpty() && details.funding() != Funding.PARTNERSHIP_FUND) {
            return Decision.refuse(new FundedByContract(partnership.contracts.getFirst(), details.funding()));
        }
        return agreementInTheFuture(details, today)
                .<Decision<Partnership>>map(Decision::refuse)
                .orElseGet(() -> Decision.accept(partnership.with(
                        details,
                        partnership.contracts,
                        by == Voice.PARTNER ? Optional.empty() : partnership.verdict,
                        at)));
    }

    /** The school verifies that it took place and rates it (§5.5); it may say something else until the last day. */
    public static Decision<Partnership> verify(Partnership partnership, Rating rating, LocalDate today, Instant at) {
        if (!FiscalYear.of(today).equals(partnership.year)) {
            return Decision.refuse(new NotTheTimeToVerify(
                    partnership.year, partnership.year.firstDay(), partnership.year.lastDay(), today));
        }
        return partnership.verdict.map(Verdict::rating).filter(rating::equals).isPresent()
                ? Decision.accept(partnership)
                : Decision.accept(partnership.with(
                        partnership.details, partnership.contracts, Optional.of(new Verdict(rating, today)), at));
    }

    /**
     * A contract of the fund pays for a program at a school (§5.3): the partnership of the year is funded by it, or
     * there is one from now on.
     *
     * @param known the partnership of that program, school and year, if there is one
     */
    public static Decision<Partnership> contracted(
            Optional<Partnership> known,
            PartnershipId id,
            ProgramId program,
            SchoolCode school,
            FiscalYear year,
            UUID contract,
            Instant at) {
        if (known.isEmpty()) {
            return registered(new Partnership(
                    id,
                    program,
                    school,
                    year,
                    new Details(Funding.PARTNERSHIP_FUND, Optional.empty(), List.of(), Optional.empty()),
                    List.of(contract),
                    Optional.empty(),
                    Optional.empty(),
                    at,
                    at));
        }
        Partnership before = known.get();
        if (before.contracts.contains(contract)) {
            return Decision.accept(before);
        }
        Details said = before.details;
        return Decision.accept(before.with(
                new Details(Funding.PARTNERSHIP_FUND, said.pupils(), said.schedule(), said.agreement()),
                Stream.concat(before.contracts.stream(), Stream.of(contract)).toList(),
                before.verdict,
                at));
    }

    private static Decision<Partnership> registered(Partnership partnership) {
        return Decision.accept(partnership, new PartnershipRegistered(partnership, partnership.registeredAt));
    }

    private static Optional<CatalogueRefusal> agreementInTheFuture(Details details, LocalDate today) {
        return details.agreement()
                .filter(agreement -> agreement.signedOn().isAfter(today))
                .map(agreement -> new AgreementInTheFuture(agreement.signedOn(), today));
    }

    private Partnership with(Details said, List<UUID> paying, Optional<Verdict> found, Instant at) {
        return new Partnership(id, program, school, year, said, paying, source, found, registeredAt, at);
    }
}

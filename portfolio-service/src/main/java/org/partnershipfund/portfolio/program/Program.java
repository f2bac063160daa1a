package org.partnershipfund.portfolio.program;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.portfolio.partner.Partner;
import org.partnershipfund.portfolio.partner.PartnerId;
import org.partnershipfund.portfolio.program.ProgramEvent.ProgramChanged;
import org.partnershipfund.portfolio.program.ProgramEvent.ProgramRegistered;
import org.partnershipfund.portfolio.program.ProgramRefusal.PriceSheetTooEarly;
import org.partnershipfund.portfolio.program.ProgramRefusal.ProgramExists;
import org.partnershipfund.portfolio.program.ProgramRefusal.ServiceAreaFixed;
import org.partnershipfund.portfolio.program.ProgramRefusal.TermOfAnotherArea;

/**
 * One ongoing, direct service of a partner.
 *
 * @param sheets every price sheet it ever had, by version; a later version begins on a later day
 */
public record Program(
        ProgramId id,
        PartnerId partner,
        Description description,
        List<PriceSheet> sheets,
        Instant registeredAt,
        Instant modifiedAt) {

    public Program {
        if (sheets.isEmpty()) {
            throw new IllegalArgumentException("a program has a price");
        }
        sheets = List.copyOf(sheets);
    }

    /**
     * What a program does.
     *
     * @param name unique among the partner's programs, whatever its capitals
     * @param area never another one: a program of another area is another program
     * @param grades one or more, in the order of school life, each once
     * @param capacity pupils per fiscal year over all schools; 1 or more
     * @param delivery how, where and when it is given
     */
    public record Description(
            String name, ServiceArea area, String text, List<Grade> grades, int capacity, Delivery delivery) {
        public Description {
            if (name.isBlank() || grades.isEmpty() || capacity < 1) {
                throw new IllegalArgumentException("a program has a name, a grade and a place for a pupil");
            }
            grades = List.copyOf(new TreeSet<>(grades));
        }

        /** A program of which only the least is known. */
        public Description(String name, ServiceArea area, String text, List<Grade> grades, int capacity) {
            this(name, area, text, grades, capacity, Delivery.UNSAID);
        }

        private Optional<ProgramRefusal> refusal() {
            return delivery.termOutside(area).map(term -> new TermOfAnotherArea(term, area));
        }
    }

    /**
     * Registers a program (§2.1).
     *
     * @param namesake the partner's program of that name, if there is one
     */
    public static Decision<Program> register(
            ProgramId id,
            Partner partner,
            Description description,
            PriceSheet.Asked prices,
            Optional<ProgramId> namesake,
            Instant at) {
        if (namesake.isPresent()) {
            return Decision.refuse(new ProgramExists(description.name(), namesake.get()));
        }
        return description
                .refusal()
                .or(prices::refusal)
                .<Decision<Program>>map(Decision::refuse)
                .orElseGet(() -> accepted(
                        new Program(id, partner.id(), description, List.of(prices.sheet(1)), at, at), partner, at));
    }

    private static Decision<Program> accepted(Program program, Partner partner, Instant at) {
        return Decision.accept(program, new ProgramRegistered(program, partner.name(), at));
    }

    /**
     * Describes a program anew, or gives it new prices (§2.5); saying the same again changes nothing.
     *
     * @param prices one of its sheets as it is, or the next one
     * @param namesake another program of the partner with the new name, if there is one
     * @param today the day in the district
     */
    public static Decision<Program> change(
            Program program,
            Partner partner,
            Description description,
            PriceSheet.Asked prices,
            Optional<ProgramId> namesake,
            LocalDate today,
            Instant at) {
        if (description.area() != program.description.area()) {
            return Decision.refuse(new ServiceAreaFixed(description.area(), program.description.area()));
        }
        if (namesake.isPresent()) {
            return Decision.refuse(new ProgramExists(description.name(), namesake.get()));
        }
        boolean known = program.sheets.stream().anyMatch(sheet -> sheet.says(prices));
        if (known && description.equals(program.description)) {
            return Decision.accept(program);
        }
        Optional<ProgramRefusal> no =
                description.refusal().or(() -> known ? Optional.empty() : program.refusalOfNext(prices, today));
        if (no.isPresent()) {
            return Decision.refuse(no.get());
        }
        Program changed = new Program(
                program.id,
                program.partner,
                description,
                known ? program.sheets : program.sheetsWith(prices),
                program.registeredAt,
                at);
        return Decision.accept(changed, new ProgramChanged(changed, partner.name(), at));
    }

    private Optional<ProgramRefusal> refusalOfNext(PriceSheet.Asked prices, LocalDate today) {
        LocalDate dayAfterLast = latestSheet().validFrom().plusDays(1);
        LocalDate earliest = dayAfterLast.isAfter(today) ? dayAfterLast : today;
        return prices.validFrom().isBefore(earliest)
                ? Optional.of(new PriceSheetTooEarly(prices.validFrom(), earliest))
                : prices.refusal();
    }

    private List<PriceSheet> sheetsWith(PriceSheet.Asked prices) {
        List<PriceSheet> longer = new ArrayList<>(sheets);
        longer.add(prices.sheet(latestSheet().version() + 1));
        return longer;
    }

    /** The newest sheet, which may begin later. */
    public PriceSheet latestSheet() {
        return sheets.getLast();
    }

    /** The sheet that counts on a day; empty before the first begins. */
    public Optional<PriceSheet> sheetOn(LocalDate day) {
        return sheets.reversed().stream()
                .filter(sheet -> !sheet.validFrom().isAfter(day))
                .findFirst();
    }
}

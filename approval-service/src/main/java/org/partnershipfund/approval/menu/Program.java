package org.partnershipfund.approval.menu;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A registered program as far as it matters for choosing it.
 *
 * @param sheets every price sheet that was heard of
 * @param vettings every time for which it was vetted
 * @param capacity pupils it can serve in a fiscal year over all schools, 1 or more; empty if it was not heard
 */
public record Program(
        ProgramId id,
        UUID partner,
        String partnerName,
        String name,
        String serviceArea,
        List<PriceSheet> sheets,
        List<Vetting> vettings,
        Optional<Integer> capacity) {

    /** One whose capacity was not heard. */
    public Program(
            ProgramId id,
            UUID partner,
            String partnerName,
            String name,
            String serviceArea,
            List<PriceSheet> sheets,
            List<Vetting> vettings) {
        this(id, partner, partnerName, name, serviceArea, sheets, vettings, Optional.empty());
    }

    public Program {
        sheets = List.copyOf(sheets);
        vettings = List.copyOf(vettings);
    }

    /**
     * On the menu from one day to another; the last day counts.
     *
     * @param suspended whether portfolio-service took it off the menu, until it says otherwise
     */
    public record Vetting(UUID application, LocalDate from, LocalDate until, boolean suspended) {

        private boolean covers(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until);
        }
    }

    /** The price sheet in force on that day. */
    public Optional<PriceSheet> sheetOn(LocalDate day) {
        return sheets.stream()
                .filter(sheet -> !sheet.validFrom().isAfter(day))
                .max(Comparator.comparing(PriceSheet::validFrom).thenComparingInt(PriceSheet::version));
    }

    /** Whether it is on the menu of the Opportunity Portfolio on that day. */
    public boolean isVettedOn(LocalDate day) {
        return !isSuspendedOn(day) && vettings.stream().anyMatch(vetting -> vetting.covers(day));
    }

    /**
     * Whether it would be on the menu on that day and was taken off it: nothing goes on that chooses it. Suspended is the
     * program, however often it is vetted (docs/policy/partner-vetting.md §5.4).
     */
    public boolean isSuspendedOn(LocalDate day) {
        return vettings.stream().anyMatch(vetting -> vetting.covers(day) && vetting.suspended());
    }

    /** The program as it is told anew; sheets and vettings that were heard before stay. */
    public Program told(Program anew) {
        List<PriceSheet> all = new ArrayList<>(anew.sheets());
        for (PriceSheet known : sheets) {
            if (all.stream().noneMatch(sheet -> sheet.version() == known.version())) {
                all.add(known);
            }
        }
        all.sort(Comparator.comparingInt(PriceSheet::version));
        return new Program(
                id,
                anew.partner(),
                anew.partnerName(),
                anew.name(),
                anew.serviceArea(),
                all,
                vettings,
                anew.capacity());
    }

    /** The program with another time on the menu; said again for one application, the later word counts. */
    public Program vetted(Vetting vetting) {
        List<Vetting> all = new ArrayList<>(vettings);
        all.removeIf(known -> known.application().equals(vetting.application()));
        all.add(vetting);
        return new Program(id, partner, partnerName, name, serviceArea, sheets, all, capacity);
    }

    /** Whether the vetting by that application was heard of. */
    public boolean knows(UUID application) {
        return vettings.stream().anyMatch(vetting -> vetting.application().equals(application));
    }

    /** The program taken off the menu, or put back, as far as that application brought it there. */
    public Program standing(UUID application, boolean suspended) {
        List<Vetting> all = vettings.stream()
                .map(vetting -> vetting.application().equals(application)
                        ? new Vetting(application, vetting.from(), vetting.until(), suspended)
                        : vetting)
                .toList();
        return new Program(id, partner, partnerName, name, serviceArea, sheets, all, capacity);
    }
}

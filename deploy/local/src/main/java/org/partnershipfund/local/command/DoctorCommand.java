package org.partnershipfund.local.command;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.partnershipfund.local.doctor.Doctor;
import org.partnershipfund.local.doctor.Examination;
import org.partnershipfund.local.place.Door;
import org.partnershipfund.local.place.Place;
import org.partnershipfund.local.supervise.SuiteState;
import picocli.CommandLine.Command;

/** {@code fund doctor}. */
@Command(name = "doctor", description = "Says everything this machine lacks, each with its remedy.")
public final class DoctorCommand implements Callable<Integer> {

    private final Place place;

    public DoctorCommand(Place place) {
        this.place = place;
    }

    @Override
    public Integer call() {
        return Doctor.print(new Examination(place, held(place)).all(), false) ? 0 : 1;
    }

    /** The doors that our own running suite holds. */
    static Set<Door> held(Place place) {
        return SuiteState.read(place.run())
                        .filter(state -> !state.alive().isEmpty())
                        .isPresent()
                ? EnumSet.allOf(Door.class)
                : Set.of();
    }
}

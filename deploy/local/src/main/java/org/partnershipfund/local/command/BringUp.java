package org.partnershipfund.local.command;

import java.util.Set;
import org.partnershipfund.local.doctor.Doctor;
import org.partnershipfund.local.doctor.Examination;
import org.partnershipfund.local.place.Place;
import org.partnershipfund.local.supervise.SuiteControl;

/** What every command does that needs a running suite: clear what is left over, examine, start, say where it is. */
public final class BringUp {

    private final Place place;
    private final SuiteControl control;

    public BringUp(Place place) {
        this.place = place;
        this.control = new SuiteControl(place, System.out::println);
    }

    /**
     * Returns when everything serves; answers false when the doctor has said why it cannot.
     *
     * @throws org.partnershipfund.local.process.StartFailedException with the one line that says why it did not start
     */
    public boolean call() throws InterruptedException {
        if (control.isUp()) {
            System.out.println("The suite is already up: ./fund status shows it.");
            return true;
        }
        control.clear();
        if (!Doctor.print(new Examination(place, Set.of()).toRun(), true)) {
            return false;
        }
        var began = System.nanoTime();
        switch (control.up()) {
            case STARTED -> System.out.printf("Everything serves after %.0f s.%n", (System.nanoTime() - began) / 1e9);
            case WAS_UP -> System.out.println("The suite is already up.");
        }
        new Addresses(place).print();
        return true;
    }
}

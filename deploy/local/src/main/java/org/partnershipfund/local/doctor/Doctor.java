package org.partnershipfund.local.doctor;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.partnershipfund.local.place.Place;
import org.partnershipfund.local.place.SettingException;

/**
 * Prints every finding. Run by {@code fund} from source, before anything is built:
 * {@code java Doctor.java CHECKOUT [--quiet] [--any-port]}.
 */
public final class Doctor {

    private Doctor() {}

    /** Exit code 1 when something fatal was found. */
    public static void main(String[] arguments) {
        var options = List.of(arguments);
        try {
            var place = Place.of(Path.of(arguments[0]), System.getenv());
            var examination = new Examination(place, Set.of());
            var findings = options.contains("--any-port") ? examination.machine() : examination.all();
            System.exit(print(findings, options.contains("--quiet")) ? 0 : 1);
        } catch (SettingException e) {
            System.out.println(Finding.fatal(e.sentence(), "correct the variable or unset it")
                    .lines());
            System.exit(1);
        }
    }

    /** Prints the findings, when quiet only what needs attention; answers whether the suite can run. */
    public static boolean print(List<Finding> findings, boolean quiet) {
        for (var finding : findings) {
            if (!quiet || finding.grade() == Finding.Grade.FATAL) {
                System.out.println(finding.lines());
            }
        }
        return findings.stream().noneMatch(finding -> finding.grade() == Finding.Grade.FATAL);
    }
}

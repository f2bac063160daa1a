package org.partnershipfund.allocation.adapter.rest;

import static java.util.Objects.requireNonNull;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.allocation.opportunityindex.Distribution;
import org.partnershipfund.allocation.opportunityindex.Factor;
import org.partnershipfund.allocation.opportunityindex.Millionths;
import org.partnershipfund.allocation.opportunityindex.MissingRule;
import org.partnershipfund.allocation.opportunityindex.StudentRecords.Repeated;
import org.partnershipfund.allocation.usecase.ComputeIndex.PupilFile;
import org.partnershipfund.allocation.usecase.ComputeIndex.Roll;
import org.partnershipfund.foundation.csv.CsvFault;
import org.partnershipfund.foundation.csv.CsvLine;
import org.partnershipfund.foundation.csv.CsvReport;
import org.partnershipfund.foundation.csv.CsvScan;
import org.partnershipfund.kernel.SchoolCode;

/**
 * The file of pupils: {@code student_key}, {@code school_code}, {@code tract_geoid}, and one column per factor that the
 * model measures by pupil. It may have millions of lines, so nothing is kept but the first faults.
 */
final class StudentsCsv implements PupilFile {

    private static final String KEY = "student_key";
    private static final String SCHOOL = "school_code";
    private static final String TRACT = "tract_geoid";
    private static final int LONGEST_KEY = 64;

    private final InputStream file;
    private final long mostBytes;
    private @Nullable CsvReport report;

    StudentsCsv(InputStream file, long mostBytes) {
        this.file = file;
        this.mostBytes = mostBytes;
    }

    @Override
    public void read(Roll roll) {
        report = CsvScan.upTo(mostBytes, Long.MAX_VALUE).read(file, header -> new Lines(roll, header)::read);
    }

    @Override
    public String digestIfClean(List<Repeated> repeated) {
        CsvReport whole = requireNonNull(report)
                .plus(repeated.stream()
                        .map(one -> new CsvFault(
                                one.line(),
                                KEY,
                                one.key(),
                                "line %d has this pupil already".formatted(one.earlierLine())))
                        .toList());
        whole.orRefuse("Repair them and send the whole file again; of this one no pupil was kept.");
        return whole.digest();
    }

    /** The lines under one header. */
    private static final class Lines {

        private final Roll roll;
        private final Map<String, SchoolCode> schools = new HashMap<>();
        private final Set<String> tracts;
        private final Factor[] factors;
        private final int[] places;
        private final String[] reasons;
        private final int keyPlace;
        private final int schoolPlace;
        private final int tractPlace;
        private final boolean refusesMissing;

        Lines(Roll roll, List<String> header) {
            this.roll = roll;
            roll.schools().forEach(school -> schools.put(school.value(), school));
            tracts = roll.tracts();
            factors = roll.model().factors(false).toArray(Factor[]::new);
            List<String> expected = new ArrayList<>(List.of(KEY, SCHOOL, TRACT));
            for (Factor factor : factors) {
                expected.add(factor.key());
            }
            CsvScan.header(header, expected);
            keyPlace = header.indexOf(KEY);
            schoolPlace = header.indexOf(SCHOOL);
            tractPlace = header.indexOf(TRACT);
            refusesMissing = roll.model().missing() == MissingRule.REFUSE;
            places = new int[factors.length];
            reasons = new String[factors.length];
            for (int i = 0; i < factors.length; i++) {
                places[i] = header.indexOf(factors[i].key());
                reasons[i] = "it must be a plain number %s with at most six decimals%s"
                        .formatted(
                                factors[i].range(),
                                refusesMissing ? "; the model refuses an empty cell" : ", or empty if it is not known");
            }
        }

        void read(CsvLine line) {
            String key = line.cell(keyPlace);
            if (!isKey(key)) {
                line.fault(
                        KEY,
                        key,
                        "it must be a made-up key of 1 to %d letters (A to Z), digits, - or _, never a name"
                                .formatted(LONGEST_KEY));
            }
            String code = line.cell(schoolPlace);
            @Nullable SchoolCode school = schools.get(code);
            if (school == null) {
                line.fault(SCHOOL, code, "no school of this code was imported; import the schools first");
            }
            String tract = line.cell(tractPlace);
            if (!tract.isEmpty() && !tracts.contains(tract)) {
                line.fault(
                        TRACT,
                        tract,
                        "the tract set has no such census tract; leave the cell empty if the home is not known");
            }
            @Nullable Long[] values = values(line);
            if (line.isClean() && school != null) {
                Optional<Factor> full = roll.take(line.number(), key, school, tract.isEmpty() ? null : tract, values);
                full.ifPresent(factor -> line.fault(
                        factor.key(),
                        "",
                        "the column has more than %,d different values; round them"
                                .formatted(Distribution.MOST_DIFFERENT)));
            }
        }

        private @Nullable Long[] values(CsvLine line) {
            @Nullable Long[] values = new Long[factors.length];
            for (int i = 0; i < factors.length; i++) {
                String cell = line.cell(places[i]);
                OptionalLong value = Millionths.parse(cell);
                if (value.isPresent() && factors[i].admits(value.getAsLong())) {
                    values[i] = value.getAsLong();
                } else if (!cell.isEmpty() || refusesMissing) {
                    line.fault(factors[i].key(), cell, reasons[i]);
                }
            }
            return values;
        }

        private static boolean isKey(String text) {
            if (text.isEmpty() || text.length() > LONGEST_KEY) {
                return false;
            }
            for (int i = 0; i < text.length(); i++) {
                char letter = text.charAt(i);
                boolean fits = (letter >= 'a' && letter <= 'z')
                        || (letter >= 'A' && letter <= 'Z')
                        || (letter >= '0' && letter <= '9')
                        || letter == '-'
                        || letter == '_';
                if (!fits) {
                    return false;
                }
            }
            return true;
        }
    }
}

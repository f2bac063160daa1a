package org.partnershipfund.allocation.adapter.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.allocation.school.Enrollment;
import org.partnershipfund.allocation.school.Schools;
import org.partnershipfund.foundation.csv.CsvFault;
import org.partnershipfund.foundation.csv.CsvImport;
import org.partnershipfund.foundation.csv.CsvLine;
import org.partnershipfund.foundation.csv.CsvReport;
import org.partnershipfund.foundation.csv.CsvScan;
import org.partnershipfund.foundation.problem.ProblemException;
import org.partnershipfund.foundation.problem.StandardProblem;
import org.partnershipfund.kernel.SchoolCode;

/**
 * A OneRoster 1.2 bulk file: a zip of CSV files with a manifest. Read are manifest, orgs, academicSessions and
 * enrollments; a school has so many pupils as different users are enrolled there as students on the day asked for.
 *
 * <p>Memory is bounded whatever the zip unpacks to: files are read as streams up to a limit of bytes and lines, and of
 * each pupil 16 bytes of a digest are kept, of so many pupils at most.
 *
 * <p>Source: 1EdTech OneRoster 1.2, CSV binding; docs/policy/allocation.md §1.5.
 */
@ApplicationScoped
class OneRosterZip {

    /** The media type of a zip. */
    static final String TYPE = "application/zip";

    /** Each costs memory while the file is read; about the largest district but one of the country. */
    static final int MOST_PUPILS = 500_000;

    private static final int MOST_SCHOOLS = 5_000;
    private static final long MOST_BYTES = 512L << 20;
    private static final long MOST_LINES = 10_000_000;
    private static final long MOST_SMALL_BYTES = 4L << 20;
    private static final long MOST_SMALL_LINES = 20_000;

    private static final String MANIFEST = "manifest.csv";
    private static final String ORGS = "orgs.csv";
    private static final String SESSIONS = "academicSessions.csv";
    private static final String ENROLLMENTS = "enrollments.csv";

    private final Schools schools;

    OneRosterZip(Schools schools) {
        this.schools = schools;
    }

    /**
     * What the file says.
     *
     * @param counts per school of the file; complete only if the report is clean
     * @param report with the file's name before each column; its digest is of the zip
     */
    record Roster(SortedMap<SchoolCode, Enrollment> counts, CsvReport report) {}

    /**
     * Counts the pupils of a day, and reports every fault.
     *
     * @throws ProblemException 400 if it is no such zip, 413 if it unpacks to more than is read
     */
    Roster read(InputStream upload, LocalDate asOf) {
        try {
            Path file = Files.createTempFile("oneroster", ".zip");
            try {
                String digest = spool(upload, file);
                // Deleted as soon as it is open: a process that dies while it reads leaves nothing.
                try (var zip =
                        new ZipFile(file.toFile(), ZipFile.OPEN_READ | ZipFile.OPEN_DELETE, StandardCharsets.UTF_8)) {
                    return new Reading(zip, asOf, schools).roster(digest);
                }
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (ZipException e) {
            throw faulty("it is no zip file, or it was cut off");
        } catch (IOException e) {
            throw faulty("it broke off");
        }
    }

    private static String spool(InputStream upload, Path file) throws IOException {
        var sha256 = sha256();
        try (OutputStream out = Files.newOutputStream(file);
                var in = new DigestInputStream(upload, sha256)) {
            long _ = in.transferTo(out);
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static ProblemException faulty(String reason) {
        return ProblemException.of(
                StandardProblem.FAULTY_UPLOAD,
                "The upload cannot be read as a OneRoster 1.2 bulk file: %s. Nothing was imported.".formatted(reason));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** One zip while it is read. */
    private static final class Reading {

        private final ZipFile zip;
        private final LocalDate asOf;
        private final Set<SchoolCode> known;
        private final Map<String, SchoolCode> bySourcedId = new HashMap<>();
        private final Map<SchoolCode, Set<PupilDigest>> pupils = new TreeMap<>();
        private final List<CsvFault> faults = new ArrayList<>();
        private final MessageDigest digest = sha256();
        private long lines;
        private long faultyLines;
        private long faultCount;
        private int counted;
        private boolean inAYear;

        Reading(ZipFile zip, LocalDate asOf, Schools schools) {
            this.zip = zip;
            this.asOf = asOf;
            this.known = schools.all().keySet();
        }

        Roster roster(String ofTheZip) throws IOException {
            manifest();
            each(
                    ORGS,
                    MOST_SMALL_BYTES,
                    MOST_SMALL_LINES,
                    List.of("sourcedId", "status", "type", "identifier"),
                    this::org);
            each(
                    SESSIONS,
                    MOST_SMALL_BYTES,
                    MOST_SMALL_LINES,
                    List.of("status", "type", "startDate", "endDate"),
                    this::session);
            if (!inAYear) {
                fault(1, SESSIONS, "startDate", asOf.toString(), "no school year of the file has the day asOf");
            }
            each(
                    ENROLLMENTS,
                    MOST_BYTES,
                    MOST_LINES,
                    List.of("status", "schoolSourcedId", "userSourcedId", "role", "beginDate", "endDate"),
                    this::enrollment);
            SortedMap<SchoolCode, Enrollment> counts = new TreeMap<>();
            pupils.forEach((school, different) -> counts.put(school, Enrollment.of(different.size())));
            if (counts.isEmpty() && faultCount == 0) {
                fault(1, ORGS, "type", "", "the file has no org of type school");
            }
            return new Roster(counts, new CsvReport(lines, faultyLines, faultCount, faults, ofTheZip));
        }

        private void manifest() throws IOException {
            Map<String, String> properties = new HashMap<>();
            each(
                    MANIFEST,
                    MOST_SMALL_BYTES,
                    MOST_SMALL_LINES,
                    List.of("propertyName", "value"),
                    line -> properties.put(line.of("propertyName"), line.of("value")));
            String version = properties.getOrDefault("oneroster.version", "");
            if (!version.equals("1.2")) {
                throw faulty("%s says oneroster.version \"%s\", and this door reads 1.2".formatted(MANIFEST, version));
            }
            for (String name : List.of("orgs", "academicSessions", "enrollments")) {
                String mode = properties.getOrDefault("file." + name, "absent");
                if (!mode.equals("bulk")) {
                    throw faulty(
                            "%s says file.%s is \"%s\", and this door needs \"bulk\"".formatted(MANIFEST, name, mode));
                }
            }
        }

        private void org(Line line) {
            if (line.isDeleted() || !line.of("type").equals("school")) {
                return;
            }
            String identifier = line.of("identifier");
            if (!SchoolCode.isValid(identifier) || !known.contains(new SchoolCode(identifier))) {
                line.fault(
                        "identifier",
                        "it must be the eight-digit state code of a school that was imported before; import the schools first");
            } else if (pupils.size() == MOST_SCHOOLS) {
                line.fault("identifier", "there are more than %,d schools".formatted(MOST_SCHOOLS));
            } else if (pupils.putIfAbsent(new SchoolCode(identifier), new HashSet<>()) != null) {
                line.fault("identifier", "another org of the file has it already");
            } else if (bySourcedId.putIfAbsent(line.of("sourcedId"), new SchoolCode(identifier)) != null) {
                line.fault("sourcedId", "another org of the file has it already");
            }
        }

        private void session(Line line) {
            if (!line.isDeleted() && line.of("type").equals("schoolYear")) {
                inAYear |= line.holds("startDate", "endDate", asOf);
            }
        }

        private void enrollment(Line line) {
            if (line.isDeleted() || !line.of("role").equals("student")) {
                return;
            }
            SchoolCode school = bySourcedId.get(line.of("schoolSourcedId"));
            if (school == null) {
                line.fault("schoolSourcedId", "no org of type school in %s has it".formatted(ORGS));
                return;
            }
            String user = line.of("userSourcedId");
            if (user.isEmpty()) {
                line.fault("userSourcedId", "it must not be empty");
            } else if (line.holds("beginDate", "endDate", asOf)) {
                Set<PupilDigest> different = pupils.getOrDefault(school, new HashSet<>());
                if (different.add(PupilDigest.of(user, digest)) && ++counted > MOST_PUPILS) {
                    throw ProblemException.of(
                            StandardProblem.TOO_LARGE,
                            "%s enrols more than %,d pupils. Nothing was imported; send one file for each part of the district."
                                    .formatted(ENROLLMENTS, MOST_PUPILS));
                }
            }
        }

        private interface Each {
            void read(Line line);
        }

        private void each(String name, long mostBytes, long mostLines, List<String> columns, Each reading)
                throws IOException {
            var entry = zip.getEntry(name);
            if (entry == null) {
                throw faulty("%s is missing; all files lie at the top of the zip".formatted(name));
            }
            var crc = new CRC32();
            try (InputStream file = new CheckedInputStream(zip.getInputStream(entry), crc)) {
                CsvReport report = CsvScan.upTo(mostBytes, mostLines).read(file, header -> {
                    if (!header.containsAll(columns)) {
                        throw CsvScan.wrongHeader(
                                "in %s the columns %s".formatted(name, String.join(",", columns)), header);
                    }
                    return cells -> reading.read(new Line(cells, header::indexOf));
                });
                lines += report.lines();
                faultyLines += report.faultyLines();
                faultCount += report.faultCount();
                report.faults().forEach(fault -> keep(name, fault));
            }
            // A zip is read by its table of contents, which does not look at what it says of the bytes.
            if (crc.getValue() != entry.getCrc()) {
                throw faulty("the bytes of %s are damaged".formatted(name));
            }
        }

        private void fault(long line, String name, String column, String value, String reason) {
            faultyLines++;
            faultCount++;
            keep(name, new CsvFault(line, column, value, reason));
        }

        private void keep(String name, CsvFault fault) {
            if (faults.size() < CsvImport.FAULTS_KEPT) {
                String column = fault.column().isEmpty() ? name : name + " " + fault.column();
                faults.add(new CsvFault(fault.line(), column, fault.value(), fault.reason()));
            }
        }
    }

    /** A line by the names of its columns. */
    private record Line(CsvLine cells, Function<String, Integer> place) {

        String of(String column) {
            return cells.cell(place.apply(column));
        }

        /** Bulk files leave the status empty; a file that was made of deltas may say it. */
        boolean isDeleted() {
            return of("status").equals("tobedeleted");
        }

        /** Whether the day is not before the one column and before the other; an empty one is no bound. */
        boolean holds(String from, String until, LocalDate day) {
            LocalDate first = date(from);
            LocalDate end = date(until);
            return (first == null || !day.isBefore(first)) && (end == null || day.isBefore(end));
        }

        private @Nullable LocalDate date(String column) {
            String cell = of(column);
            if (cell.isEmpty()) {
                return null;
            }
            try {
                return LocalDate.parse(cell);
            } catch (DateTimeParseException e) {
                fault(column, "it must be a date such as 2017-10-01");
                return null;
            }
        }

        void fault(String column, String reason) {
            cells.fault(column, of(column), reason);
        }
    }

    /** The first 16 bytes of a digest: enough to tell pupils apart, and nothing to recognise one by. */
    private record PupilDigest(long first, long second) {

        static PupilDigest of(String user, MessageDigest digest) {
            var bytes = ByteBuffer.wrap(digest.digest(user.getBytes(StandardCharsets.UTF_8)));
            return new PupilDigest(bytes.getLong(), bytes.getLong());
        }
    }
}

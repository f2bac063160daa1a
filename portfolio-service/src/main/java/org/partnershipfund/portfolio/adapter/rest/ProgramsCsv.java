package org.partnershipfund.portfolio.adapter.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.partnershipfund.foundation.csv.Column;
import org.partnershipfund.foundation.csv.CsvFault;
import org.partnershipfund.foundation.csv.CsvImport;
import org.partnershipfund.foundation.csv.CsvRow;
import org.partnershipfund.foundation.csv.CsvUpload;
import org.partnershipfund.foundation.problem.InvalidValueException;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.portfolio.partner.Reach;
import org.partnershipfund.portfolio.program.Delivery;
import org.partnershipfund.portfolio.program.Grade;
import org.partnershipfund.portfolio.program.Point;
import org.partnershipfund.portfolio.program.Price;
import org.partnershipfund.portfolio.program.PriceSheet;
import org.partnershipfund.portfolio.program.PriceUnit;
import org.partnershipfund.portfolio.program.Program;
import org.partnershipfund.portfolio.program.ServiceArea;
import org.partnershipfund.portfolio.program.Session;
import org.partnershipfund.portfolio.program.Site;
import org.partnershipfund.portfolio.program.SubTerm;
import org.partnershipfund.portfolio.program.Tier;
import org.partnershipfund.portfolio.usecase.ImportPrograms;

/** The file of programs (catalogue §3): one line each; what there is several of is joined by semicolons. */
@ApplicationScoped
class ProgramsCsv {

    /** The most programs of one file. */
    static final int MOST_LINES = 10_000;

    private static final Column<String> PARTNER = Column.text("partner_name", 200);
    private static final Column<String> NAME = Column.text("program_name", 200);
    private static final Column<ServiceArea> AREA = words("service_area", ServiceArea.WORDS, ServiceArea::of);
    private static final Column<List<SubTerm>> TERMS = many("terms", 0, 20, words("", SubTerm.WORDS, SubTerm::of));
    private static final Column<String> TEXT = Column.text("description", 4_000);
    private static final Column<List<Grade>> GRADES = many("grades", 1, 14, words("", Grade.WORDS, Grade::of));
    private static final Column<List<String>> LANGUAGES =
            many("languages", 0, 40, words("", "[a-z]{2,3}", Function.identity()));
    private static final Column<Integer> CAPACITY = Column.whole("capacity", 1, 1_000_000);
    private static final Column<Optional<Integer>> PUPILS_PER_ADULT =
            Column.whole("pupils_per_adult", 1, 1_000).orEmpty();
    private static final Column<List<Session>> SCHEDULE = many(
            "schedule", 0, 50, new Column<>("", cell -> SessionJson.read(cell).session()));
    private static final Column<List<Site>> SITES = many("sites", 0, 200, new Column<>("", ProgramsCsv::site));
    private static final Column<LocalDate> PRICES_FROM = Column.date("prices_from");
    private static final Column<List<Price>> PRICES = many("prices", 1, 100, new Column<>("", ProgramsCsv::price));

    private static final CsvImport FILE = CsvImport.of(
                    PARTNER,
                    NAME,
                    AREA,
                    TERMS,
                    TEXT,
                    GRADES,
                    LANGUAGES,
                    CAPACITY,
                    PUPILS_PER_ADULT,
                    SCHEDULE,
                    SITES,
                    PRICES_FROM,
                    PRICES)
            .upTo(32L << 20, MOST_LINES);

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");
    private static final Pattern TIER = Pattern.compile("([1-9][0-9]{0,8})-([1-9][0-9]{0,8})?");
    private static final Column<Money> DOLLARS = Column.money("");
    private static final Column<BigDecimal> LATITUDE = Column.decimal("", "-90", "90", 6);
    private static final Column<BigDecimal> LONGITUDE = Column.decimal("", "-180", "180", 6);

    private final ImportPrograms importPrograms;

    ProgramsCsv(ImportPrograms importPrograms) {
        this.importPrograms = importPrograms;
    }

    /** Reads the file and reports every fault in a cell. */
    CsvUpload<ImportPrograms.Line> read(InputStream file) {
        return FILE.read(file, ProgramsCsv::line);
    }

    /** The upload with the faults between its lines, and against what is registered. */
    CsvUpload<ImportPrograms.Line> checked(CsvUpload<ImportPrograms.Line> upload, Reach reach) {
        return faulty(upload, importPrograms.check(upload.rows(), reach));
    }

    /** Registers what was read; nothing, with every fault in the answer, if a line cannot be used. */
    int importAll(CsvUpload<ImportPrograms.Line> upload, Reach reach) {
        if (!upload.report().isClean()) {
            checked(upload, reach).report().orRefuse();
        }
        var faults =
                importPrograms.importAll(upload.rows(), reach, upload.report().digest());
        return faulty(upload, faults).rowsOrRefuse().size();
    }

    private static CsvUpload<ImportPrograms.Line> faulty(
            CsvUpload<ImportPrograms.Line> upload, List<ImportPrograms.Fault> faults) {
        return upload.plus(faults.stream()
                .map(fault -> new CsvFault(fault.line(), fault.column(), fault.value(), fault.reason()))
                .toList());
    }

    private static ImportPrograms.Line line(CsvRow row) {
        return new ImportPrograms.Line(
                row.line(),
                row.get(PARTNER),
                new Program.Description(
                        row.get(NAME),
                        row.get(AREA),
                        row.get(TEXT),
                        row.get(GRADES),
                        row.get(CAPACITY),
                        new Delivery(
                                row.get(TERMS),
                                row.get(LANGUAGES),
                                row.get(SCHEDULE),
                                row.get(SITES),
                                row.get(PUPILS_PER_ADULT))),
                new PriceSheet.Asked(row.get(PRICES_FROM), row.get(PRICES)));
    }

    private static <T> Column<T> words(String name, String words, Function<String, T> reading) {
        return new Column<>(name, cell -> {
            require(cell.matches(words), cell, "it must be one of " + words);
            return reading.apply(cell);
        });
    }

    private static <T> Column<List<T>> many(String name, int least, int most, Column<T> each) {
        return new Column<>(name, cell -> {
            List<T> all = cell.isEmpty()
                    ? List.of()
                    : Arrays.stream(cell.split(";", -1))
                            .map(String::strip)
                            .map(each.reading())
                            .toList();
            require(all.size() >= least, cell, "it must not be empty");
            require(all.size() <= most, cell, "it must have at most %d parts".formatted(most));
            return all;
        });
    }

    /** Written {@code Harbor House|Dorchester|42.315312|-71.061544}, the place on the map being optional. */
    private static Site site(String written) {
        var parts = parts(written);
        require(
                (parts.size() == 2 || parts.size() == 4)
                        && parts.stream().limit(2).noneMatch(String::isEmpty),
                written,
                "a site is written name|neighborhood or name|neighborhood|latitude|longitude");
        require(
                parts.get(0).length() <= Site.LONGEST_NAME && parts.get(1).length() <= Site.LONGEST_NEIGHBORHOOD,
                written,
                "a site's name has at most %d characters, its neighborhood %d"
                        .formatted(Site.LONGEST_NAME, Site.LONGEST_NEIGHBORHOOD));
        require(
                written.chars().noneMatch(Character::isISOControl),
                written,
                "a site's name and neighborhood must have no control characters");
        return new Site(
                parts.get(0),
                parts.get(1),
                parts.size() == 2
                        ? Optional.empty()
                        : Optional.of(new Point(
                                LATITUDE.reading().apply(parts.get(2)),
                                LONGITUDE.reading().apply(parts.get(3)))));
    }

    /** Written {@code pupil|per-pupil|145.00|One pupil for a year} or, with a tier, {@code …|30-59} or {@code …|60-}. */
    private static Price price(String written) {
        var parts = parts(written);
        require(
                (parts.size() == 4 || parts.size() == 5)
                        && !parts.get(3).isEmpty()
                        && parts.get(3).length() <= 500,
                written,
                "a price is written code|unit|amount|description, then |30-59 or |60- if it has a tier");
        require(
                CODE.matcher(parts.get(0)).matches(),
                parts.get(0),
                "a code has 1 to 40 letters, digits, dots, dashes or underscores");
        require(parts.get(1).matches(PriceUnit.WORDS), parts.get(1), "a unit is one of " + PriceUnit.WORDS);
        return new Price(
                parts.get(0),
                parts.get(3),
                PriceUnit.of(parts.get(1)),
                DOLLARS.reading().apply(parts.get(2)),
                parts.size() == 4 ? Tier.ANY : tier(parts.get(4)));
    }

    private static Tier tier(String written) {
        var parts = TIER.matcher(written);
        require(parts.matches(), written, "a tier is written 30-59, or 60- without an end");
        return new Tier(
                Integer.parseInt(parts.group(1)),
                Optional.ofNullable(parts.group(2)).map(Integer::valueOf));
    }

    private static List<String> parts(String written) {
        return Stream.of(written.split("\\|", -1)).map(String::strip).toList();
    }

    private static void require(boolean fine, String cell, String reason) {
        if (!fine) {
            throw new InvalidValueException(cell, reason);
        }
    }
}

package org.partnershipfund.portfolio.adapter.rest;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.partnershipfund.portfolio.program.Delivery;
import org.partnershipfund.portfolio.program.Grade;
import org.partnershipfund.portfolio.program.OfferedProgram;
import org.partnershipfund.portfolio.program.Price;
import org.partnershipfund.portfolio.program.PriceSheet;
import org.partnershipfund.portfolio.program.Program;
import org.partnershipfund.portfolio.program.ServiceArea;
import org.partnershipfund.portfolio.program.Session;
import org.partnershipfund.portfolio.program.SubTerm;
import org.partnershipfund.portfolio.program.Tier;

/**
 * The menu of a day as it is printed: by service area, within one by partner and program.
 *
 * @param edition which one it is of; empty for the menu of a day that is computed anew
 * @param day whose menu it is
 * @param programs how many there are in all
 */
record PrintedMenu(Optional<String> edition, LocalDate day, int programs, List<Section> sections) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm a", Locale.US);

    /** The programs of one service area; one or more. */
    record Section(String title, List<Item> items) {}

    /**
     * One program.
     *
     * @param facts one sentence each
     * @param prices of the day; none before the first sheet begins
     */
    record Item(String program, String partner, String description, List<String> facts, List<String> prices) {}

    /**
     * One program as it is offered.
     *
     * @param from the first day on the menu
     * @param until the last one
     * @param prices of the day; none before the first sheet begins
     */
    record Offer(String partner, Program.Description description, LocalDate from, LocalDate until, List<Price> prices) {

        private static Offer of(OfferedProgram offered, LocalDate day) {
            Program program = offered.program().value();
            var vetting = offered.vetting().orElseThrow();
            return new Offer(
                    offered.partner().name(),
                    program.description(),
                    vetting.from(),
                    vetting.until(),
                    program.sheetOn(day).map(PriceSheet::prices).orElse(List.of()));
        }
    }

    /**
     * The menu of that day.
     *
     * @param offered each vetted on that day
     */
    static PrintedMenu of(LocalDate day, List<OfferedProgram> offered) {
        return of(
                Optional.empty(),
                day,
                offered.stream().map(found -> Offer.of(found, day)).toList());
    }

    /**
     * The menu of that day, as an edition has it or as it is.
     *
     * @param edition which one it is of, such as {@code Edition 1 of Portfolio}
     */
    static PrintedMenu of(Optional<String> edition, LocalDate day, List<Offer> offers) {
        return new PrintedMenu(
                edition,
                day,
                offers.size(),
                Arrays.stream(ServiceArea.values())
                        .map(area -> section(area, offers))
                        .filter(section -> !section.items().isEmpty())
                        .toList());
    }

    /** The day as it stands in a heading: {@code January 15, 2018}. */
    public String title() {
        return DAY.format(day);
    }

    private static Section section(ServiceArea area, List<Offer> offers) {
        return new Section(
                title(area),
                offers.stream()
                        .filter(offer -> offer.description().area() == area)
                        .map(PrintedMenu::item)
                        .sorted(Comparator.comparing(
                                        (Item item) -> item.partner().toLowerCase(Locale.ROOT))
                                .thenComparing(item -> item.program().toLowerCase(Locale.ROOT)))
                        .toList());
    }

    private static Item item(Offer offer) {
        return new Item(
                offer.description().name(),
                offer.partner(),
                offer.description().text(),
                facts(offer),
                offer.prices().stream().map(PrintedMenu::price).toList());
    }

    private static List<String> facts(Offer offer) {
        var description = offer.description();
        Delivery delivery = description.delivery();
        return Stream.of(
                        "Grades %s. Up to %,d pupils a year. Vetted from %s to %s."
                                .formatted(
                                        joined(description.grades().stream().map(Grade::word)),
                                        description.capacity(),
                                        DAY.format(offer.from()),
                                        DAY.format(offer.until())),
                        sentence("For: ", joined(delivery.terms().stream().map(SubTerm::title))),
                        sentence("In: ", joined(delivery.languages().stream().map(PrintedMenu::language))),
                        sentence("When: ", joined(delivery.schedule().stream().map(PrintedMenu::session))),
                        sentence(
                                "Besides at the schools: ",
                                joined(delivery.sites().stream()
                                        .map(site -> site.name() + " (" + site.neighborhood() + ")"))),
                        delivery.pupilsPerAdult()
                                .map("At most %d pupils to an adult."::formatted)
                                .orElse(""))
                .filter(fact -> !fact.isEmpty())
                .toList();
    }

    private static String joined(Stream<String> words) {
        return words.collect(Collectors.joining(", "));
    }

    private static String sentence(String beginning, String words) {
        return words.isEmpty() ? "" : beginning + words + ".";
    }

    private static String language(String code) {
        return Locale.of(code).getDisplayLanguage(Locale.US);
    }

    private static String session(Session session) {
        return "%s %s to %s"
                .formatted(
                        session.day().getDisplayName(TextStyle.FULL, Locale.US),
                        time(session.from()),
                        time(session.until()));
    }

    private static String time(LocalTime time) {
        return TIME.format(time);
    }

    private static String price(Price price) {
        String tier = price.tier().equals(Tier.ANY) ? "" : ", for " + price.tier();
        return "%s%s: %s".formatted(amount(price), tier, price.description());
    }

    private static String amount(Price price) {
        return switch (price.unit()) {
            case PER_PUPIL -> price.amount() + " per pupil";
            case PER_SESSION -> price.amount() + " per session";
            case PER_YEAR -> price.amount() + " per year";
            case FLAT -> price.amount() + " for all of it";
            case AGREED -> "Up to " + price.amount() + ", as school and partner agree";
        };
    }

    private static String title(ServiceArea area) {
        return switch (area) {
            case ACADEMIC -> "Academic";
            case COLLEGE_AND_CAREER -> "College and career";
            case HEALTH_AND_WELLNESS -> "Health and wellness";
            case PARENTS_AND_FAMILY -> "Parents and family";
            case RESOURCE_AND_CAPACITY -> "Resource and capacity";
            case AFTERSCHOOL_AND_RECREATION -> "Afterschool and recreation";
        };
    }
}

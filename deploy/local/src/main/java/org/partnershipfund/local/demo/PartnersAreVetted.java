package org.partnershipfund.local.demo;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.partnershipfund.local.demo.Year.Kind;
import org.partnershipfund.local.place.Door;
import org.partnershipfund.local.sample.Program;

/** Organisations register, apply and are vetted: the menu of the Opportunity Portfolio. */
final class PartnersAreVetted implements Chapter {

    private static final List<String> CATEGORIES = List.of(
            "academic",
            "college-and-career",
            "health-and-wellness",
            "parents-and-family",
            "resource-and-capacity",
            "afterschool-and-recreation");

    /** Invented, as the standards of that year cannot be read anywhere. */
    private static final Map<String, String> CRITERIA = new TreeMap<>(Map.of(
            "direct-service", "The program serves pupils or families directly and all year.",
            "results", "The program shows what changed for those it served.",
            "staff", "Staff are trained, supervised and cleared to work with children."));

    private static final List<String> REVIEWERS = List.of("partnerships-team-2", "partnerships-team-1");

    /** Whose application is sent back once. */
    private static final String SENT_BACK = "harbor";

    private final Stage stage;
    private final PartnersPortalIsTold portal;
    private final Narrator narrator;
    private final Map<String, String> applications = new ConcurrentHashMap<>();

    PartnersAreVetted(Stage stage, PartnersPortalIsTold portal) {
        this.stage = stage;
        this.portal = portal;
        this.narrator = stage.narrator();
    }

    @Override
    public void play() throws InterruptedException {
        narrator.chapter("Autumn 2017: partners register, and the portfolio is vetted");
        narrator.rule(
                "any organisation may register a program; those that meet or exceed every standard are on a menu that"
                        + " schools can choose from",
                "the Opportunity Portfolio");
        register();
        portal.begin();
        apply();
        sendOneBack();
        review();
        decide();
        menu();
        portal.vetted();
        catalogue();
    }

    private void register() throws InterruptedException {
        stage.calendar().turnTo(LocalDateTime.of(2017, 9, 5, 9, 0));
        List<Program> programs = stage.sample().programs();
        stage.crowd().each("partners register", programs, this::register);
        narrator.tell(
                "%d organisations register themselves, each with one program and its prices, in %d service areas.",
                programs.size(),
                programs.stream()
                        .collect(groupingBy(Program::serviceArea, counting()))
                        .size());
    }

    private void register(Program program) {
        Actor member = stage.cast().as(program.member());
        Thing partner = member.post(
                        Door.PORTFOLIO,
                        "/partners",
                        Map.of(
                                "name",
                                program.partnerName(),
                                "kind",
                                program.kind(),
                                "contactEmail",
                                program.partner() + "@partners.example"))
                .made();
        var _ = stage.year().keep(Kind.PARTNER, program.partner(), partner.id());
        Thing registered = member.post(
                        Door.PORTFOLIO,
                        "/partners/" + partner.id() + "/programs",
                        Map.of(
                                "name", program.name(),
                                "serviceArea", program.serviceArea(),
                                "description", program.description(),
                                "grades", program.grades(),
                                "capacity", program.capacity(),
                                "priceSheet", priceSheet(program)))
                .made();
        var _ = stage.year().keep(Kind.PROGRAM, program.partner(), registered.id());
    }

    private static Map<String, Object> priceSheet(Program program) {
        return Map.of(
                "validFrom",
                "2017-09-05",
                "prices",
                List.of(Map.of(
                        "code",
                        program.priceCode(),
                        "description",
                        program.priceDescription(),
                        "unit",
                        program.unit(),
                        "amount",
                        Dollars.wire(program.price()))));
    }

    private void apply() throws InterruptedException {
        stage.calendar().turnTo(LocalDateTime.of(2017, 9, 18, 9, 0));
        List<Map<String, String>> criteria = CRITERIA.entrySet().stream()
                .map(one -> Map.of("code", one.getKey(), "text", one.getValue()))
                .toList();
        Thing cycle = stage.cast()
                .partnershipsTeam()
                .post(
                        Door.PORTFOLIO,
                        "/cycles",
                        Map.of(
                                "name",
                                "Opportunity Portfolio, school year 2018-19",
                                "fiscalYear",
                                2019,
                                "opensOn",
                                "2017-09-18",
                                "closesOn",
                                "2017-10-13",
                                "categories",
                                CATEGORIES.stream()
                                        .map(area -> category(area, criteria))
                                        .toList()))
                .made();
        List<Program> applying =
                stage.sample().programs().stream().filter(Program::applies).toList();
        stage.crowd().each("programs apply", applying, program -> apply(program, cycle.id()));
        narrator.tell(
                "The partnerships team opens a cycle with %d criteria; %d programs apply until 13 October, %d do not.",
                CRITERIA.size(), applying.size(), stage.sample().programs().size() - applying.size());
    }

    private static Map<String, Object> category(String area, List<Map<String, String>> criteria) {
        return Map.of(
                "code",
                area,
                "name",
                area,
                "serviceAreas",
                List.of(area),
                "minimums",
                Map.of("years", 2),
                "criteria",
                criteria,
                "reviewers",
                REVIEWERS.size());
    }

    private void apply(Program program, String cycle) {
        Thing application = stage.cast()
                .as(program.member())
                .post(
                        Door.PORTFOLIO,
                        "/applications",
                        Map.of(
                                "programId",
                                stage.year().id(Kind.PROGRAM, program.partner()),
                                "cycleId",
                                cycle,
                                "category",
                                program.serviceArea(),
                                "yearsOfDelivery",
                                program.yearsOfDelivery(),
                                "answers",
                                answers(program, "Invented answer of %s.")))
                .made();
        var _ = applications.put(program.partner(), application.id());
    }

    private static List<Map<String, String>> answers(Program program, String text) {
        return CRITERIA.keySet().stream()
                .map(code -> Map.of("criterion", code, "text", text.formatted(program.partnerName())))
                .toList();
    }

    private void sendOneBack() throws InterruptedException {
        stage.calendar().turnTo(LocalDateTime.of(2017, 10, 16, 9, 0));
        Program program = stage.year().program(SENT_BACK);
        var _ = stage.cast()
                .partnershipsTeam()
                .step(
                        Door.PORTFOLIO,
                        application(SENT_BACK),
                        "change-request",
                        Map.of("what", "Say who supervises the staff at each site.", "dueOn", "2017-10-20"))
                .made();
        var _ = stage.cast()
                .as(program.member())
                .step(
                        Door.PORTFOLIO,
                        application(SENT_BACK),
                        "answers",
                        Map.of("answers", answers(program, "Invented second answer of %s, with names.")))
                .made();
        narrator.tell(
                "The application of %s is sent back with what is to change, and answered anew.", program.partnerName());
    }

    private void review() throws InterruptedException {
        stage.calendar().turnTo(LocalDateTime.of(2017, 10, 23, 9, 0));
        stage.crowd().each("applications are reviewed", applications.keySet(), partner -> {
            boolean enough = stage.year().program(partner).vetting().equals("vetted");
            for (String reviewer : REVIEWERS) {
                var _ = stage.cast()
                        .as(reviewer)
                        .post(
                                Door.PORTFOLIO,
                                application(partner) + "/reviews",
                                Map.of("tie", "none", "ratings", ratings(enough)))
                        .made();
            }
        });
    }

    private static List<Map<String, String>> ratings(boolean enough) {
        return CRITERIA.keySet().stream()
                .map(code -> {
                    boolean fails = !enough && code.equals("results");
                    return Map.of(
                            "criterion",
                            code,
                            "rating",
                            fails ? "does-not-meet" : code.equals("staff") ? "exceeds" : "meets",
                            "reason",
                            fails ? "Nothing shows what changed for the pupils." : "Seen on a visit.");
                })
                .toList();
    }

    private void decide() throws InterruptedException {
        stage.calendar().turnTo(LocalDateTime.of(2017, 11, 6, 9, 0));
        stage.crowd().each("programs are vetted", applications.keySet(), partner -> {
            boolean vetted = stage.year().program(partner).vetting().equals("vetted");
            var _ = stage.cast()
                    .partnershipsTeam()
                    .step(
                            Door.PORTFOLIO,
                            application(partner),
                            "decision",
                            vetted
                                    ? Map.of(
                                            "outcome",
                                            "vetted",
                                            "reasons",
                                            "Every criterion is met or exceeded.",
                                            "validFrom",
                                            "2017-11-06",
                                            "validUntil",
                                            "2019-06-30")
                                    : Map.of(
                                            "outcome",
                                            "refused",
                                            "reasons",
                                            "No results are shown; it may apply again in the next cycle."))
                    .made();
        });
    }

    private void menu() {
        int menu = stage.cast()
                .anybody()
                .all(Door.PORTFOLIO, "/portfolio", Map.of("asOf", "2017-11-06"))
                .size();
        narrator.tell(
                "Reviewed by two who agree, none of them tied to the partner: %d programs are on the menu that anybody can read (GET /portfolio); %d refused with reasons.",
                menu, applications.size() - menu);
    }

    /** Every partnership of the year, whoever pays, for everybody to see. */
    private void catalogue() {
        upload("/schools/imports", Map.of(), stage.sample().placesWithoutNeed());
        upload("/programs/imports", Map.of(), stage.sample().cataloguePrograms());
        upload(
                "/partnerships/imports",
                Map.of(
                        "fiscalYear",
                        "2018",
                        "source",
                        "generated; only the average is the district's",
                        "illustrative",
                        "true"),
                stage.sample().partnerships());
        JsonNode counted = stage.cast()
                .anybody()
                .get(Door.PORTFOLIO, "/partnership-statistics?fiscalYear=2018")
                .made()
                .json();
        JsonNode services = stage.cast()
                .anybody()
                .get(Door.PORTFOLIO, "/hsds/services?per_page=1")
                .made()
                .json();
        JsonNode places = stage.cast()
                .anybody()
                .get(Door.PORTFOLIO, "/hsds/service_at_locations?per_page=1")
                .made()
                .json();
        JsonNode misspelt = stage.cast()
                .anybody()
                .get(Door.PORTFOLIO, "/programs/search?q=litracy")
                .made()
                .json();
        narrator.tell(
                "In the catalogue everybody finds %d partnerships of %d schools, %s per school (generated; the average is the district's), and %d programs at %d places as HSDS 3.0 (GET /hsds/services, /hsds/service_at_locations). Who looks for \"litracy\" finds %d programs.",
                counted.path("partnerships").asInt(),
                counted.path("schools").asInt(),
                counted.path("perSchool").decimalValue().stripTrailingZeros().toPlainString(),
                services.path("total_items").asInt(),
                places.path("total_items").asInt(),
                misspelt.path("total").asInt());
    }

    private void upload(String path, Map<String, String> label, String csv) {
        var _ = Doors.upload(stage.cast().partnershipsTeam().client(), Door.PORTFOLIO, path, label, csv, 201);
    }

    private String application(String partner) {
        return "/applications/" + applications.get(partner);
    }
}

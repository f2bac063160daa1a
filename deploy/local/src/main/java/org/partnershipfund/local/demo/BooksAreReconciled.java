package org.partnershipfund.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.local.place.Door;

/** January: the city's accounting system exports its books, with two mistakes; the ledger finds both and nothing else. */
final class BooksAreReconciled implements Chapter {

    private static final ZoneId DISTRICT = ZoneId.of("America/New_York");
    private static final String HEADER =
            "account,fund,responsibility_centre,program,subclass,reference,date,amount,kind";

    private final Stage stage;
    private final Narrator narrator;

    BooksAreReconciled(Stage stage) {
        this.stage = stage;
        this.narrator = stage.narrator();
    }

    @Override
    public void play() throws InterruptedException {
        narrator.chapter("January 2019: the city's books");
        narrator.rule(
                "two sets of books that nobody compares are two stories",
                "every encumbrance and payment beside the city's own, item by item");
        stage.calendar().turnTo(LocalDateTime.of(2019, 1, 2, 9, 0));
        Map<String, String> charts = charts();
        List<String> file = new ArrayList<>(encumbrances(charts));
        List<String> expenditures = expenditures(charts);
        int booked = file.size() + expenditures.size();
        // What a city may get wrong: one payment was never booked, one was booked with a cent more.
        String forgotten = expenditures.removeLast();
        expenditures.set(0, aCentMore(expenditures.getFirst()));
        file.addAll(expenditures);
        file.addFirst(HEADER);
        Actor office = stage.cast().budgetOffice();
        JsonNode told = Doors.upload(
                office.client(),
                Door.PROCUREMENT,
                "/reconciliations",
                Map.of(
                        "fiscalYear",
                        "2019",
                        "through",
                        "2018-12-31",
                        "source",
                        "Invented export of the city's accounting system"),
                String.join("\n", file) + "\n",
                201);
        String path = "/reconciliations/" + told.path("id").asText();
        List<JsonNode> open = office.all(Door.PROCUREMENT, path + "/items", Map.of("open", "true"));
        if (open.size() != 2) {
            throw new DemoFailedException("the city's file has two mistakes and the ledger finds %d differences: %s"
                    .formatted(open.size(), open));
        }
        narrator.tell("The city's file has %d of %d bookings; everything matches but two.", booked - 1, booked);
        for (JsonNode item : open) {
            narrator.tell(
                    "%s under %s: here %s, there %s.",
                    item.path("outcome").asText(),
                    item.path("reference").asText(),
                    dollars(item.path("here")),
                    dollars(item.path("there")));
            var _ = office.step(
                            Door.PROCUREMENT,
                            path + "/items/" + item.path("item").asInt(),
                            "resolution",
                            Map.of(
                                    "reason",
                                    item.path("outcome").asText().equals("missing-there")
                                            ? "The city books it in January: " + forgotten
                                            : "The city corrects a cent in January"))
                    .made();
        }
        boolean settled =
                office.get(Door.PROCUREMENT, path).made().json().path("settled").asBoolean();
        if (!settled) {
            throw new DemoFailedException("both differences are resolved and the reconciliation is not settled");
        }
        narrator.tell("Both have a reason on file; nothing was posted by it.");
    }

    private static String dollars(JsonNode amount) {
        return amount.isMissingNode() ? "nothing" : Dollars.words(Dollars.of(amount));
    }

    /** The first cells of a booking, by school. */
    private Map<String, String> charts() {
        Map<String, String> charts = new HashMap<>();
        stage.cast()
                .budgetOffice()
                .all(
                        Door.PROCUREMENT,
                        "/budget-lines",
                        Map.of("fundId", stage.year().fund()))
                .forEach(line -> {
                    JsonNode chart = line.path("chart");
                    charts.put(
                            line.path("schoolCode").asText(),
                            String.join(
                                    ",",
                                    chart.path("account").asText(),
                                    chart.path("fund").asText(),
                                    chart.path("responsibilityCentre").asText(),
                                    chart.path("program").asText(),
                                    chart.path("subclass").asText()));
                });
        return charts;
    }

    /** What was encumbered under purchase orders, and what of it went back. */
    private List<String> encumbrances(Map<String, String> charts) {
        Actor officer = stage.cast().procurementOfficer();
        List<String> booked = new ArrayList<>();
        for (JsonNode found : officer.all(
                Door.PROCUREMENT, "/contracts", Map.of("fundId", stage.year().fund()))) {
            Thing contract = officer.get(
                            Door.PROCUREMENT, "/contracts/" + found.path("id").asText())
                    .made();
            officer.all(Door.PROCUREMENT, "/contracts/" + contract.id() + "/statement", Map.of())
                    .forEach(row -> {
                        String move = row.path("move").asText();
                        if (move.equals("encumber") || move.equals("release-encumbrance")) {
                            Money amount = Dollars.of(row.path("amount"));
                            booked.add(booking(
                                    charts,
                                    row.path("schoolCode").asText(),
                                    contract.text("purchaseOrder"),
                                    day(row.path("at")),
                                    move.equals("encumber") ? amount : Money.ZERO.minus(amount),
                                    "encumbrance"));
                        }
                    });
        }
        return booked;
    }

    /** What was paid, school by school. */
    private List<String> expenditures(Map<String, String> charts) {
        Actor officer = stage.cast().procurementOfficer();
        List<String> booked = new ArrayList<>();
        for (JsonNode found : officer.all(Door.PROCUREMENT, "/invoices", Map.of("state", "paid"))) {
            JsonNode invoice = officer.get(
                            Door.PROCUREMENT, "/invoices/" + found.path("id").asText())
                    .made()
                    .json();
            Map<Integer, String> schools = new HashMap<>();
            invoice.path("lines")
                    .forEach(line -> schools.put(
                            line.path("line").asInt(), line.path("schoolCode").asText()));
            invoice.path("payments")
                    .forEach(payment -> payment.path("lines")
                            .forEach(part -> booked.add(booking(
                                    charts,
                                    schools.getOrDefault(part.path("line").asInt(), ""),
                                    payment.path("reference").asText(),
                                    payment.path("paidOn").asText(),
                                    Dollars.of(part.path("amount")),
                                    "expenditure"))));
        }
        return booked;
    }

    private static String booking(
            Map<String, String> charts, String school, String reference, String day, Money amount, String kind) {
        return String.join(",", charts.getOrDefault(school, ""), reference, day, amount.dollars(), kind);
    }

    private static String aCentMore(String booking) {
        String[] cells = booking.split(",", -1);
        cells[7] = Money.ofDollars(cells[7]).plus(new Money(1)).dollars();
        return String.join(",", cells);
    }

    private static String day(JsonNode instant) {
        return Instant.parse(instant.asText()).atZone(DISTRICT).toLocalDate().toString();
    }
}

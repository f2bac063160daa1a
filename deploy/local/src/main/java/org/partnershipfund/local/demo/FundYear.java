package org.partnershipfund.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.partnershipfund.local.client.SuiteClient;
import org.partnershipfund.local.place.Door;
import org.partnershipfund.local.place.Place;
import org.partnershipfund.local.sample.Sample;

/** The whole year of the FY2019 fund, from the first registered partner to the paid invoice. */
public final class FundYear {

    private final Stage stage;
    private final Narrator narrator;
    private final Books books;

    public FundYear(Place place, SuiteClient suite) {
        this(place, suite, System.out);
    }

    FundYear(Place place, SuiteClient suite, PrintStream out) {
        this.narrator = new Narrator(out);
        var sample = new Sample(place.deploy("sample"));
        var cast = new Cast(suite);
        var crowd = new Crowd(narrator);
        var operator = cast.operator().client();
        this.stage = new Stage(
                place,
                sample,
                cast,
                crowd,
                narrator,
                new Calendar(operator, place, narrator),
                new EventTraffic(operator, crowd),
                new Year(sample));
        this.books = new Books(cast.procurementOfficer().client(), crowd, narrator);
    }

    /**
     * Plays the year, unless it was played on this suite before, and shows the proof.
     *
     * @return whether everything agrees, to the cent and to the event
     * @throws DemoFailedException if a door answers otherwise than the story, or the year was begun and not finished
     */
    public boolean play() throws InterruptedException {
        narrator.line("");
        narrator.line(
                "The FY2019 district: real schools, an illustrative index; people, partners and choices are invented.");
        Optional<JsonNode> fund = fund();
        if (fund.filter(this::isPlayed).isEmpty()) {
            requireFresh(fund);
            chapters();
            narrator.tell(
                    "The year was played with %,d calls of public doors.",
                    stage.cast().calls());
        } else {
            narrator.line("This suite has played the year before. Nothing is changed; this is what it holds.");
        }
        stage.traffic().settle();
        String id = fund().orElseThrow().path("id").asText();
        return new YearsEnd(stage, books).show(id);
    }

    private void chapters() throws InterruptedException {
        try (var portal = new PartnerPortal()) {
            chapters(new PartnersPortalIsTold(stage, portal));
        }
    }

    private void chapters(PartnersPortalIsTold portal) throws InterruptedException {
        var desk = new SchoolDesk(stage);
        new PartnersAreVetted(stage, portal).play();
        new CouncilsAreSeated(stage).play();
        new FrameworkIsTendered(stage).play();
        new NeedIsMeasured(stage).play();
        new AllocationsArePublished(stage, books).play();
        new HelpIsOffered(stage, desk).play();
        new SchoolsChoose(stage, desk).play();
        new CouncilsDecide(stage, desk).play();
        new SuperintendentsDecide(stage, desk).play();
        new MoneyIsReserved(stage, desk, books).play();
        new AmendmentIsMade(stage, desk, books).play();
        new CentralOfficeBuys(stage, desk).play();
        new BudgetIsAdopted(stage, books).play();
        new ContractsAreSigned(stage, books).play();
        new InvoicesArePaid(stage, books).play();
        new ContractEndsEarly(stage, books).play();
        new BooksAreReconciled(stage).play();
        new ThePublicReads(stage).play();
        portal.end();
    }

    private Optional<JsonNode> fund() {
        return stage.cast().budgetOffice().all(Door.ALLOCATION, "/funds", Map.of()).stream()
                .filter(fund -> fund.path("name").asText().equals(NeedIsMeasured.FUND_NAME)
                        && fund.path("fiscalYear").asText().equals(NeedIsMeasured.FISCAL_YEAR))
                .findFirst();
    }

    /** The last thing that happens in the year is that every contract has a paid invoice. */
    private boolean isPlayed(JsonNode fund) {
        if (!fund.path("state").asText().equals("appropriated")) {
            return false;
        }
        Actor officer = stage.cast().procurementOfficer();
        List<JsonNode> contracts = officer.all(Door.PROCUREMENT, "/contracts", Map.of());
        List<JsonNode> paid = officer.all(Door.PROCUREMENT, "/invoices", Map.of("state", "paid"));
        return !contracts.isEmpty() && paid.size() >= contracts.size();
    }

    private void requireFresh(Optional<JsonNode> fund) {
        boolean begun = fund.isPresent()
                || !stage.cast()
                        .anybody()
                        .all(Door.PORTFOLIO, "/partners", Map.of())
                        .isEmpty();
        if (begun) {
            throw new DemoFailedException(
                    "the year was begun on this suite and not finished; ./fund reset, then ./fund demo plays it anew");
        }
    }
}

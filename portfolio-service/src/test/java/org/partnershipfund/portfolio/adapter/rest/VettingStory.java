package org.partnershipfund.portfolio.adapter.rest;

import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.DIRECTOR;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.announceCycle;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.apply;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.program;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.registerPartner;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.registerProgram;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.review;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.today;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.vet;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.partnershipfund.portfolio.adapter.Tables;

/** What the stories of vetting begin with: a partner with a program, and a cycle that is open. */
abstract class VettingStory {

    String alliance = "";
    String club = "";
    String cycle = "";

    @BeforeEach
    void a_program_and_an_open_cycle() {
        alliance = registerPartner(DIRECTOR, "Harbor Youth Alliance").path("id");
        club = registerProgram(DIRECTOR, alliance, "Harbor Homework Club").path("id");
        cycle = announceCycle("Portfolio", today().minusDays(1), today().plusDays(1))
                .path("id");
    }

    @AfterEach
    void empty_the_tables() {
        Tables.empty();
    }

    /** Vets the program for a year from today on; the application's id. */
    String vetted(String program) {
        String id =
                apply(DIRECTOR, program, cycle).then().statusCode(201).extract().path("id");
        review(id);
        vet(id, "\"3\"", today(), today().plusDays(365)).then().statusCode(200);
        return id;
    }

    /** What was said of the program under that name. */
    List<String> events(String name) {
        return Tables.texts(
                "SELECT payload FROM event_log WHERE type LIKE ? AND subject = ?", "%." + name + ".v1", club);
    }
}

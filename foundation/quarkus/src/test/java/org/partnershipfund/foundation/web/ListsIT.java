package org.partnershipfund.foundation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnershipfund.foundation.web.Doors.office;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.partnershipfund.testkit.BackboneResource;

/** Lists: pages by cursor, a link to the next one, and the same as CSV. */
@QuarkusTest
@WithTestResource(BackboneResource.class)
class ListsIT {

    @Test
    void the_pages_give_every_item_once_by_the_links_alone() {
        var codes = new ArrayList<String>();
        @Nullable String path = "/samples?limit=3";
        while (path != null) {
            Response page = office().urlEncodingEnabled(false).get(path);
            codes.addAll(page.path("items.schoolCode"));
            path = next(page);
        }

        assertThat(codes)
                .containsExactly("00350001", "00350002", "00350003", "00350004", "00350005", "00350006", "00350007");
    }

    @Test
    void the_cursor_is_in_the_body_too_and_the_last_page_has_none() {
        Response first = office().get("/samples?limit=4");
        Response last = office().queryParam("after", first.<String>path("next")).get("/samples?limit=4");

        assertThat(first.<List<Object>>path("items")).hasSize(4);
        assertThat(last.<List<Object>>path("items")).hasSize(3);
        assertThat(last.<String>path("next")).isNull();
        assertThat(last.header("Link")).isNull();
    }

    @Test
    void the_link_keeps_the_other_parameters() {
        Response page = office().get("/samples?limit=2&modifiedAfter=2018-03-01T00:00:00Z");

        assertThat(page.header("Link"))
                .isEqualTo("</samples?limit=2&modifiedAfter=2018-03-01T00%3A00%3A00Z&after=Mg>; rel=\"next\"");
    }

    @Test
    void a_list_is_csv_when_asked_for_and_no_cell_is_a_formula() {
        Response page = office().accept("text/csv").get("/samples?limit=3");

        assertThat(page.contentType()).isEqualTo("text/csv;charset=UTF-8;header=present");
        assertThat(page.asString())
                .isEqualTo(String.join(
                        "\r\n",
                        "school_code,name,award_amount,award_currency",
                        "00350001,\"School, \"\"No. 1\"\"\",1.00,USD",
                        "00350002,\"School, \"\"No. 2\"\"\",2.00,USD",
                        "00350003,\"'=HYPERLINK(\"\"evil\"\")\",3.00,USD",
                        ""));
        assertThat(page.header("Link")).isEqualTo("</samples?limit=3&after=Mw>; rel=\"next\"");
    }

    @Test
    void an_empty_list_as_csv_still_names_its_columns() {
        Response page = office().accept("text/csv").get("/samples/nothing");

        assertThat(page.asString()).isEqualTo("school_code,name,award_amount,award_currency\r\n");
    }

    private static @Nullable String next(Response page) {
        @Nullable String link = page.header("Link");
        return link == null ? null : link.substring(link.indexOf('<') + 1, link.indexOf('>'));
    }
}

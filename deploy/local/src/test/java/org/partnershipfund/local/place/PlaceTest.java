package org.partnershipfund.local.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Folders and ports come from the environment, or are the usual ones. */
class PlaceTest {

    private static final Path ROOT = Path.of("/srv/a checkout");

    @Test
    void without_variables_everything_is_where_the_design_says() {
        var place = Place.of(ROOT, Map.of());

        assertThat(place.dir()).isEqualTo(ROOT.resolve(".fund"));
        assertThat(place.jdbcUrl("allocation")).isEqualTo("jdbc:postgresql://127.0.0.1:15432/allocation");
        assertThat(place.bootstrapServers()).isEqualTo("127.0.0.1:19092");
        assertThat(place.url(Door.PROCUREMENT)).isEqualTo("http://127.0.0.1:8084");
        assertThat(place.port(Door.PROCUREMENT_MANAGEMENT)).isEqualTo(9084);
    }

    @Test
    void every_port_can_be_moved() {
        var variables = new HashMap<String, String>();
        for (var door : Door.values()) {
            variables.put(door.variable(), String.valueOf(20_000 + door.usualPort()));
        }

        var place = Place.of(ROOT, variables);

        for (var door : Door.values()) {
            assertThat(place.port(door)).isEqualTo(20_000 + door.usualPort());
        }
    }

    @Test
    void the_supervisor_sees_the_same_place() {
        var place = Place.of(
                ROOT, Map.of("FUND_DIR", "/data/fund", "FUND_PORT_KAFKA", "29092", "FUND_CLOCK_ADJUSTABLE", "true"));

        assertThat(Place.of(ROOT, place.asEnvironment())).isEqualTo(place);
    }

    @Test
    void a_port_that_is_none_is_named() {
        assertThatThrownBy(() -> Place.of(ROOT, Map.of("FUND_PORT_KAFKA", "many")))
                .isInstanceOf(SettingException.class)
                .hasMessage("FUND_PORT_KAFKA must be a port from 1 to 65535, not \"many\"");
        assertThatThrownBy(() -> Place.of(ROOT, Map.of("FUND_PORT_KAFKA", "70000")))
                .isInstanceOf(SettingException.class);
    }

    @Test
    void external_servers_take_the_place_of_ours() {
        var place = Place.of(
                ROOT,
                Map.of("FUND_EXTERNAL_POSTGRES", "db.district.example:5432", "FUND_EXTERNAL_KAFKA", "k1:9092,k2:9092"));

        assertThat(place.jdbcUrl("approval")).isEqualTo("jdbc:postgresql://db.district.example:5432/approval");
        assertThat(place.bootstrapServers()).isEqualTo("k1:9092,k2:9092");
    }

    @Test
    void services_reach_our_broker_by_a_wire_where_one_is_laid_and_the_launcher_beside_it() {
        var wired = Map.of("FUND_KAFKA_WIRE", "34567", "FUND_KAFKA_WIRE_END", "23456");

        var place = Place.of(ROOT, wired);

        assertThat(place.bootstrapServersOfServices()).isEqualTo("127.0.0.1:34567");
        assertThat(place.bootstrapServers()).isEqualTo("127.0.0.1:19092");
        assertThat(place.kafkaWire()).hasValue(new Place.Ends(34_567, 23_456));
        assertThat(Place.of(ROOT, place.asEnvironment())).isEqualTo(place);
        assertThat(Place.of(ROOT, Map.of()).bootstrapServersOfServices()).isEqualTo("127.0.0.1:19092");
    }

    @Test
    void a_wire_without_an_end_is_refused() {
        var place = Place.of(ROOT, Map.of("FUND_KAFKA_WIRE", "34567"));

        assertThatThrownBy(place::bootstrapServersOfServices)
                .isInstanceOf(SettingException.class)
                .hasMessage("FUND_KAFKA_WIRE_END must be a port from 1 to 65535, not \"\"");
    }

    @Test
    void services_can_be_left_out_by_either_name() {
        var settings = Place.of(ROOT, Map.of("FUND_WITHOUT", "allocation, approval-service"))
                .settings();

        assertThat(settings.without(Service.ALLOCATION)).isTrue();
        assertThat(settings.without(Service.APPROVAL)).isTrue();
        assertThat(settings.without(Service.PROCUREMENT)).isFalse();
    }
}

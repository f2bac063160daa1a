package org.partnershipfund.local.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.partnershipfund.local.access.AccessMatrix.About;
import org.partnershipfund.local.access.AccessMatrix.Row;

/** What {@code docs/access.csv} promises agrees with the doors, and with design §5 and §7, before anybody tries it. */
class AccessMatrixTest {

    private final Map<String, ApiDoor> doors = ApiDoors.all().stream()
            .collect(Collectors.toMap(ApiDoor::name, door -> door, (one, _) -> one, LinkedHashMap::new));
    private final AccessMatrix matrix = AccessMatrix.read();

    @Test
    void every_door_of_the_openapi_documents_has_a_row_and_every_row_a_door() {
        assertThat(doors).hasSizeGreaterThan(400);
        assertThat(matrix.rows().keySet())
                .as(
                        "doors without a row in docs/access.csv, and rows without a door; ./fund test -Dgolden.update=true plays them")
                .containsExactlyInAnyOrderElementsOf(doors.keySet());
    }

    @Test
    void nobody_comes_in_without_the_role_that_the_door_asks_for() {
        List<String> wrong = new ArrayList<>();
        each((door, row) -> {
            for (String column : Roles.COLUMNS) {
                boolean admitted = door.forAnybody() || door.roles().contains(Roles.role(column));
                int refusal = column.equals(Roles.NOBODY) ? 401 : 403;
                if (!admitted && row.cell(column).stream().anyMatch(status -> status != refusal)) {
                    wrong.add("%s as %s: %s, not %d".formatted(door.name(), column, row.cell(column), refusal));
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void whoever_has_the_role_is_not_sent_away_for_it() {
        List<String> wrong = new ArrayList<>();
        each((door, row) -> {
            for (String column : Roles.COLUMNS) {
                boolean admitted = door.forAnybody() || door.roles().contains(Roles.role(column));
                if (admitted && row.cell(column).contains(401)) {
                    wrong.add("%s as %s: %s".formatted(door.name(), column, row.cell(column)));
                }
                // A role that needs a scope beside it is a system's; people are never asked for one.
                if (admitted
                        && row.cell(column).stream().allMatch(status -> status == 403)
                        && !Roles.role(column).equals("system")) {
                    wrong.add("%s as %s: %s".formatted(door.name(), column, row.cell(column)));
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void what_is_somebody_else_s_answers_as_what_does_not_exist() {
        List<String> wrong = new ArrayList<>();
        each((door, row) -> {
            int unknown = row.about().indexOf(About.UNKNOWN);
            int others = row.about().indexOf(About.OTHERS);
            if (others < 0 || door.forAnybody()) {
                return;
            }
            for (String column : Roles.COLUMNS) {
                List<Integer> cell = row.cell(column);
                if (Roles.isScoped(column) && !cell.get(unknown).equals(cell.get(others))) {
                    wrong.add("%s as %s: %s".formatted(door.name(), column, AccessMatrix.text(cell)));
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void no_door_fails_whoever_comes() {
        List<String> wrong = new ArrayList<>();
        each((door, row) -> row.cells().forEach((column, cell) -> {
            if (cell.stream().anyMatch(status -> status >= 500)) {
                wrong.add("%s as %s: %s".formatted(door.name(), column, cell));
            }
        }));
        assertThat(wrong).isEmpty();
    }

    /** What is done with a door and its row. */
    @FunctionalInterface
    private interface Look {
        void at(ApiDoor door, Row row);
    }

    private void each(Look look) {
        matrix.rows().forEach((name, row) -> {
            ApiDoor door = doors.get(name);
            if (door != null) {
                look.at(door, row);
            }
        });
    }
}

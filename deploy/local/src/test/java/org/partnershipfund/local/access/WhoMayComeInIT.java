package org.partnershipfund.local.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.partnershipfund.local.access.AccessMatrix.About;
import org.partnershipfund.local.access.AccessMatrix.Row;
import org.partnershipfund.local.client.SuiteClient;
import org.partnershipfund.local.demo.PlayedYear;
import org.partnershipfund.local.place.Door;
import org.partnershipfund.local.place.Place;
import org.partnershipfund.local.place.Service;
import org.partnershipfund.local.trust.TrustTable;

/** Everybody comes to every door of the suite that has played its year: the matrix, bad tokens, odd paths, other networks. */
@ExtendWith(PlayedYear.class)
class WhoMayComeInIT {

    /** One caller for each service at a time. */
    private static final int AT_ONCE = 4;

    private static final long ORDER = 2019;

    private final SuiteClient anybody;
    private final Place place;
    private final Visitor visitor;
    private final Things things;
    private final Bearers bearers;
    private final List<ApiDoor> doors = ApiDoors.all();

    WhoMayComeInIT(PlayedYear.Year year) {
        anybody = year.suite().client();
        place = year.suite().place();
        var population = new Population(place, anybody);
        bearers = new Bearers(place);
        visitor = new Visitor(place, population, bearers);
        things = new Things(visitor, population);
    }

    /** In the middle of the fund's year: seats, assignments and memberships are dated. */
    @BeforeEach
    void go_back_to_when_everybody_was_in_office() {
        set(ApiDoors.CLOCK);
    }

    @AfterEach
    void leave() {
        set("{\"instant\": \"%s\"}".formatted(Instant.now()));
        visitor.close();
        anybody.close();
    }

    private void set(String clock) {
        SuiteClient operator = anybody.as("operator-1");
        for (Service service : Service.values()) {
            var _ = operator.put(service.api(), "/district-clock", clock).expecting(200);
        }
    }

    @Test
    void everybody_is_answered_at_every_door_as_the_matrix_says() throws InterruptedException {
        Map<ApiDoor, Map<About, Thing>> asked = new LinkedHashMap<>();
        doors.forEach(door -> asked.put(door, about(door)));
        Map<String, Row> rows = new ConcurrentHashMap<>();
        Queue<String> leaks = new ConcurrentLinkedQueue<>();
        each(asked.keySet(), door -> rows.put(door.name(), row(door, asked.getOrDefault(door, Map.of()), leaks)));
        Map<String, Row> played = new LinkedHashMap<>();
        doors.forEach(
                door -> Optional.ofNullable(rows.get(door.name())).ifPresent(row -> played.put(door.name(), row)));
        var seen = new AccessMatrix(played);
        if (Boolean.getBoolean("golden.update")) {
            seen.write();
        }

        Map<String, Row> promised = AccessMatrix.read().rows();

        List<String> wrong = new ArrayList<>();
        played.forEach((door, row) -> row.cells().forEach((column, cell) -> {
            Row expected = promised.get(door);
            String told = expected == null ? "nothing" : AccessMatrix.text(expected.cell(column));
            if (!told.equals(AccessMatrix.text(cell))) {
                wrong.add("%s as %s answers %s about %s, not %s"
                        .formatted(door, column, AccessMatrix.text(cell), row.about(), told));
            }
        }));
        assertThat(wrong).isEmpty();
        assertThat(leaks).as("lists that show something of somebody else's").isEmpty();
        TrustTable.tried("access matrix", seen.answers(), "answers at %d doors".formatted(played.size()));
    }

    @Test
    void a_token_that_is_not_right_opens_no_door_but_those_that_are_open_to_everybody() throws InterruptedException {
        Map<String, String> bad =
                bearers.bad(Roles.COLUMNS.stream().map(Roles::role).distinct().toList());
        Queue<String> wrong = new ConcurrentLinkedQueue<>();
        var tried = new AtomicInteger();
        each(doors, door -> {
            Thing thing = Things.unknown(door);
            int anonymous = visitor.visit(door, thing, Optional.empty()).status();
            bad.forEach((what, token) -> {
                int status = visitor.visit(door, thing, Optional.of(token)).status();
                tried.incrementAndGet();
                // Where nobody is asked who they are, such a token is not looked at: it gives no more than none does.
                if (status != 401 && !(door.forAnybody() && status == anonymous)) {
                    wrong.add("%s with a token that is %s: %d".formatted(door.name(), what, status));
                }
            });
        });
        assertThat(wrong).isEmpty();
        TrustTable.tried("tokens that are not right", tried.get(), "requests");
    }

    @Test
    void no_other_spelling_of_a_path_leads_past_the_guard() throws InterruptedException {
        Queue<String> wrong = new ConcurrentLinkedQueue<>();
        var tried = new AtomicInteger();
        Optional<String> stranger = visitor.token("system", Thing.NONE);
        each(doors.stream().filter(door -> !door.forAnybody()).toList(), door -> {
            String path = things.own(door).orElseGet(() -> Things.unknown(door)).in(door.path());
            for (String spelling : spellings(path)) {
                for (Optional<String> token : List.of(Optional.<String>empty(), stranger)) {
                    int status = visitor.send(door, spelling, token, Map.of()).status();
                    tried.incrementAndGet();
                    if (status < 400 || status >= 500 || status == 429) {
                        wrong.add("%s as %s: %d".formatted(door.name(), spelling, status));
                    }
                }
            }
        });
        assertThat(wrong).isEmpty();
        TrustTable.tried("other spellings of paths", tried.get(), "requests");
    }

    @Test
    void no_header_makes_a_door_another_one() throws InterruptedException {
        Queue<String> wrong = new ConcurrentLinkedQueue<>();
        var tried = new AtomicInteger();
        Map<String, String> disguises = Map.of(
                "X-HTTP-Method-Override", "GET",
                "X-HTTP-Method", "GET",
                "X-Method-Override", "GET",
                "X-Original-URL", "/audit-checkpoints",
                "X-Rewrite-URL", "/audit-checkpoints",
                "X-Forwarded-Prefix", "/q",
                "X-Forwarded-For", "127.0.0.1",
                "X-Forwarded-User", "operator");
        each(doors.stream().filter(door -> !door.forAnybody()).toList(), door -> {
            Thing thing = Things.unknown(door);
            disguises.forEach((header, value) -> {
                int status = visitor.send(door, thing.in(door.path()), Optional.empty(), Map.of(header, value))
                        .status();
                tried.incrementAndGet();
                if (status != 401) {
                    wrong.add("%s with %s: %d".formatted(door.name(), header, status));
                }
            });
        });
        assertThat(wrong).isEmpty();
        TrustTable.tried("headers that would make a door another one", tried.get(), "requests");
    }

    @Test
    void nobody_reaches_the_suite_from_another_network() throws SocketException {
        List<InetAddress> elsewhere = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .toList();
        Map<Door, Integer> ports = new EnumMap<>(place.ports());
        List<String> open = new ArrayList<>();
        for (InetAddress address : elsewhere) {
            ports.forEach((door, port) -> {
                if (isOpen(address, port)) {
                    open.add(door + " at " + address);
                }
            });
        }
        assertThat(open).isEmpty();
        assertThat(isOpen(InetAddress.getLoopbackAddress(), place.port(Door.ALLOCATION)))
                .isTrue();
    }

    private static boolean isOpen(InetAddress address, int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 1_000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** The same path as a proxy, a browser or somebody with bad intentions would write it. */
    private static List<String> spellings(String path) {
        int slash = path.indexOf('/', 1);
        String first = slash < 0 ? path : path.substring(0, slash);
        String rest = slash < 0 ? "" : path.substring(slash);
        return Stream.of(
                        first + ";x" + rest,
                        path + ";jsessionid=1",
                        first + "%3bx" + rest,
                        "/" + path,
                        first + "/" + rest,
                        "/." + path,
                        first + "/." + (rest.isEmpty() ? "/" : rest),
                        "/audit-checkpoints/.." + path,
                        path + "/..;/",
                        "/%2e%2e" + path,
                        first + "%2f" + (rest.isEmpty() ? "" : rest.substring(1)),
                        first + "%5c" + (rest.isEmpty() ? "" : rest.substring(1)),
                        "/" + path.substring(1, 2).toUpperCase(java.util.Locale.ROOT) + path.substring(2),
                        "/%" + Integer.toHexString(path.charAt(1)) + path.substring(2),
                        path + "/",
                        path + "%00",
                        path + "%20",
                        path + ".json",
                        "/q/.." + path)
                .distinct()
                .toList();
    }

    private Map<About, Thing> about(ApiDoor door) {
        Map<About, Thing> about = new EnumMap<>(About.class);
        if (!door.namesThings()) {
            about.put(About.DOOR, Thing.NONE);
            return about;
        }
        about.put(About.UNKNOWN, Things.unknown(door));
        things.own(door).ifPresent(own -> {
            things.other(door, own).ifPresent(other -> about.put(About.OTHERS, other));
            // Whoever may create something in it would: that is left to the stories of the fund's year.
            if (door.reads() || door.versioned()) {
                about.put(About.OWN, own);
            }
        });
        return about;
    }

    private Row row(ApiDoor door, Map<About, Thing> about, Queue<String> leaks) {
        Map<String, List<Integer>> cells = new LinkedHashMap<>();
        Thing whose = things.own(door).orElse(Thing.NONE);
        for (String column : Roles.COLUMNS) {
            Optional<String> token = visitor.token(column, whose);
            List<Integer> statuses = new ArrayList<>();
            about.forEach((situation, thing) -> {
                Visitor.Seen seen = visitor.visit(door, thing, token);
                statuses.add(seen.status());
                // A list under somebody else's thing may be answered, as one under an unknown thing: with nothing in
                // it.
                if (situation == About.OTHERS
                        && seen.status() == 200
                        && Roles.isScoped(column)
                        && !door.forAnybody()
                        && !seen.beginning().contains("\"items\":[]")) {
                    leaks.add("%s as %s: %s".formatted(door.name(), column, seen.beginning()));
                }
            });
            cells.put(column, List.copyOf(statuses));
        }
        return new Row(List.copyOf(about.keySet()), cells);
    }

    /** What is done at a door. */
    @FunctionalInterface
    private interface Visit {
        void at(ApiDoor door);
    }

    private static void each(Collection<ApiDoor> doors, Visit visit) throws InterruptedException {
        // One service after the other would let three of them rest.
        var order = new ArrayList<>(doors);
        Collections.shuffle(order, new Random(ORDER));
        Queue<ApiDoor> waiting = new ConcurrentLinkedQueue<>(order);
        Queue<Throwable> faults = new ConcurrentLinkedQueue<>();
        try (var callers = Executors.newFixedThreadPool(AT_ONCE)) {
            for (int i = 0; i < AT_ONCE; i++) {
                var _ = callers.submit(() -> {
                    try {
                        for (ApiDoor door = waiting.poll(); door != null; door = waiting.poll()) {
                            visit.at(door);
                        }
                    } catch (RuntimeException | AssertionError e) {
                        faults.add(e);
                    }
                });
            }
        }
        assertThat(faults).isEmpty();
    }
}

package org.partnershipfund.local.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.partnershipfund.local.Suite;
import org.partnershipfund.local.place.Door;
import org.partnershipfund.local.place.Identity;
import org.partnershipfund.local.place.Place;
import org.partnershipfund.local.place.Service;

/** How long each process takes from its start until it serves, and what it holds. */
final class StartUp {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(8);

    private StartUp() {}

    /** A service's start while all others run and rest, in each of them in turn. */
    static void alone(Suite suite, Report report, String how) throws InterruptedException {
        report.chapter("Start of one service while the others run, from the process to its readiness, " + how);
        for (var service : Service.values()) {
            var child = service.module();
            var former = suite.process(child);
            suite.kill(child);
            Suite.await(
                    child + " is started again",
                    LONGEST,
                    () -> !suite.process(child).equals(former));
            var url = suite.place().url(service.management()) + "/q/health/ready";
            try (var http =
                    HttpClient.newBuilder().connectTimeout(ANSWER_WITHIN).build()) {
                long until = System.nanoTime() + LONGEST.toNanos();
                while (!isGood(http, url)) {
                    if (System.nanoTime() > until) {
                        throw new IllegalStateException(child + " does not get ready");
                    }
                    Thread.sleep(LOOK_AGAIN);
                }
            }
            var ready = Instant.now();
            var process = suite.process(child).handle().orElseThrow().info();
            report.figure(
                    child + ", s",
                    "%.1f"
                            .formatted(Duration.between(process.startInstant().orElse(ready), ready)
                                            .toMillis()
                                    / 1e3),
                    "aim: 4");
            suite.awaitHealthy();
        }
    }

    /** Starts twice more: the second start of a build is recorded, the third has the cache. */
    static void learn(Suite suite) throws InterruptedException {
        suite.down();
        suite.up();
        suite.awaitHealthy();
        Suite.await("the start caches are made", LONGEST, () -> hasCaches(suite.place()));
        suite.down();
    }

    private static boolean hasCaches(Place place) {
        try (var files = Files.list(place.programs().resolve("start-caches"))) {
            var names = files.map(file -> String.valueOf(file.getFileName())).toList();
            return Arrays.stream(Service.values())
                    .allMatch(service -> names.stream()
                            .anyMatch(name -> name.startsWith(service.module()) && name.endsWith(".cache")));
        } catch (IOException e) {
            return false;
        }
    }

    static void measure(Suite suite, Report report, String how) throws InterruptedException {
        report.chapter("Start-up of everything at once, from the process to its first good answer, " + how);
        Map<String, Instant> ready = new ConcurrentHashMap<>();
        var watch = Thread.ofPlatform().daemon().start(() -> watch(suite.place(), ready));
        long begin = System.nanoTime();
        suite.up();
        suite.awaitHealthy();
        double whole = (System.nanoTime() - begin) / 1e9;
        watch.interrupt();
        watch.join();
        for (var child : suite.children()) {
            var seconds = Optional.ofNullable(ready.get(child))
                    .flatMap(at -> suite.process(child)
                            .handle()
                            .flatMap(process -> process.info().startInstant())
                            .map(started -> Duration.between(started, at).toMillis() / 1e3));
            report.figure(
                    child + ", s",
                    seconds.map("%.1f"::formatted).orElse("not seen"),
                    child.endsWith("-service") ? "aim: 4" : "");
        }
        report.figure("the whole suite, s", "%.1f".formatted(whole), "");
    }

    /** What each process holds now, after everything that was measured. */
    static void memory(Suite suite, Report report) {
        report.chapter("Resident memory at the end, MB");
        long all = 0;
        for (var child : suite.children()) {
            var process = suite.process(child).handle();
            long megabytes = process.map(StartUp::withChildren).orElse(0L) / 1024;
            all += megabytes;
            report.figure(child, Long.toString(megabytes), child.endsWith("-service") ? "aim: 350" : "");
        }
        report.figure("together", Long.toString(all), "");
    }

    private static void watch(Place place, Map<String, Instant> ready) {
        Map<String, Probe> probes = new TreeMap<>(Map.of(
                "postgres", () -> listens(place, Door.POSTGRES),
                "kafka", () -> listens(place, Door.KAFKA)));
        try (var http = HttpClient.newBuilder().connectTimeout(ANSWER_WITHIN).build()) {
            if (place.settings().identity() == Identity.KEYCLOAK) {
                probes.put("keycloak", () -> isGood(http, place.url(Door.KEYCLOAK_MANAGEMENT) + "/health/ready"));
            }
            probes.put("connect", () -> isGood(http, place.url(Door.CONNECT) + "/connectors"));
            Arrays.stream(Service.values())
                    .forEach(service -> probes.put(
                            service.module(), () -> isGood(http, place.url(service.management()) + "/q/health/ready")));
            while (!Thread.currentThread().isInterrupted() && ready.size() < probes.size()) {
                for (var probe : probes.entrySet()) {
                    if (!ready.containsKey(probe.getKey()) && probe.getValue().answers()) {
                        ready.put(probe.getKey(), Instant.now());
                    }
                }
                Thread.sleep(LOOK_AGAIN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private interface Probe {
        boolean answers() throws InterruptedException;
    }

    private static boolean listens(Place place, Door door) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), place.port(door)), (int)
                    ANSWER_WITHIN.toMillis());
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isGood(HttpClient http, String url) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(URI.create(url))
                    .timeout(ANSWER_WITHIN)
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** PostgreSQL is many processes; what they share is counted once, in the first. */
    private static long withChildren(ProcessHandle process) {
        return kilobytes(process.pid(), "VmRSS:")
                + process.descendants()
                        .mapToLong(child -> kilobytes(child.pid(), "RssAnon:"))
                        .sum();
    }

    private static long kilobytes(long pid, String field) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith(field))
                    .findFirst()
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .orElse(0L);
        } catch (IOException e) {
            return 0;
        }
    }
}

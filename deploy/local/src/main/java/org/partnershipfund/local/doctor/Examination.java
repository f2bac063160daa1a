package org.partnershipfund.local.doctor;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.partnershipfund.local.place.Door;
import org.partnershipfund.local.place.Identity;
import org.partnershipfund.local.place.Place;
import org.partnershipfund.local.place.Settings;
import org.partnershipfund.local.process.RunAs;

/** Looks at everything the suite needs of the machine; never stops at the first fault. */
public final class Examination {

    private static final long GIGABYTE = 1L << 30;
    private static final long MEMORY_GIGABYTES = 6;
    private static final long DISK_GIGABYTES = 6;
    private static final long DISK_GIGABYTES_ONCE_INSTALLED = 1;
    private static final int JAVA = 25;
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private final Place place;
    private final Set<Door> ours;

    /**
     * An examination.
     *
     * @param ours doors that the running suite holds itself, which is no fault
     */
    public Examination(Place place, Set<Door> ours) {
        this.place = place;
        this.ours = Set.copyOf(ours);
    }

    /** Everything, ports included. */
    public List<Finding> all() {
        var findings = machine();
        findings.addAll(ports());
        return findings;
    }

    /** Everything but the ports; tests pick free ones. */
    public List<Finding> machine() {
        var findings = new ArrayList<Finding>();
        findings.add(maven());
        findings.addAll(withoutMaven());
        return findings;
    }

    /** Everything that a suite needs which is built already: ports, but no Maven. */
    public List<Finding> toRun() {
        var findings = withoutMaven();
        findings.addAll(ports());
        return findings;
    }

    private List<Finding> withoutMaven() {
        var findings = new ArrayList<Finding>();
        findings.add(jdk());
        findings.add(memory());
        findings.add(folder());
        findings.add(disk());
        findings.add(executable());
        findings.add(user());
        return findings;
    }

    private static Finding jdk() {
        var home = Path.of(System.getProperty("java.home"));
        var found = "JDK %s in %s".formatted(Runtime.version(), home);
        if (Runtime.version().feature() < JAVA) {
            return Finding.fatal(found, "install a JDK %d or newer, or name it: FUND_JAVA_HOME=/path".formatted(JAVA));
        }
        return Files.isExecutable(home.resolve("bin/javac"))
                ? Finding.good(found)
                : Finding.fatal(found + " has no javac", "install the JDK, not only the runtime");
    }

    private static Finding maven() {
        return onPath("mvn")
                ? Finding.good("Maven")
                : Finding.fatal("no mvn on the PATH", "install Maven 3.8.7 or newer");
    }

    private static Finding memory() {
        if (!(ManagementFactory.getOperatingSystemMXBean()
                instanceof com.sun.management.OperatingSystemMXBean system)) {
            return Finding.note("the memory of this machine is unknown", MEMORY_GIGABYTES + " GB are needed");
        }
        var bytes = system.getTotalMemorySize();
        var found = "memory %.1f GB".formatted((double) bytes / GIGABYTE);
        // A machine sold with 6 GB shows a little less.
        return bytes >= MEMORY_GIGABYTES * GIGABYTE * 95 / 100
                ? Finding.good(found)
                : Finding.fatal(found, "the suite needs " + MEMORY_GIGABYTES + " GB");
    }

    private Finding folder() {
        var path = place.root().toString() + place.dir();
        if (path.contains(":")) {
            return Finding.fatal(
                    "the path " + place.root() + " has a colon in it",
                    "move it: a class path cannot name such a folder");
        }
        return Finding.good("checkout " + place.root() + ", data " + place.dir());
    }

    private Finding disk() {
        try {
            var free = Files.getFileStore(nearest(place.dir())).getUsableSpace();
            return disk(free, Files.exists(place.data().resolve("postgres")), place.dir());
        } catch (IOException e) {
            return Finding.fatal("the disk of " + place.dir() + " cannot be read: " + e.getMessage(), "set FUND_DIR");
        }
    }

    /**
     * Whether there is room enough.
     *
     * @param isInstalled programs and databases are there already: what they took is not needed once more
     */
    static Finding disk(long freeBytes, boolean isInstalled, Path dir) {
        var found = "free disk %.1f GB in %s".formatted((double) freeBytes / GIGABYTE, dir);
        var needed = isInstalled ? DISK_GIGABYTES_ONCE_INSTALLED : DISK_GIGABYTES;
        if (freeBytes < needed * GIGABYTE) {
            return Finding.fatal(
                    found, "free some (%d GB are needed) or set FUND_DIR to another disk".formatted(needed));
        }
        return freeBytes < DISK_GIGABYTES * GIGABYTE
                ? Finding.note(found, "the suite runs, and its logs and data grow")
                : Finding.good(found);
    }

    // PostgreSQL is unpacked there and run: a mount with noexec would stop it with "permission denied".
    private Finding executable() {
        try {
            var _ = Files.createDirectories(place.dir());
            var script = Files.createTempFile(
                    place.dir(),
                    "doctor-",
                    "",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            try {
                var _ = Files.writeString(script, "#!/bin/sh\nexit 0\n");
                var process = new ProcessBuilder(script.toString()).start();
                return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0
                        ? Finding.good("programs can be run from " + place.dir())
                        : noExec();
            } finally {
                Files.delete(script);
            }
        } catch (IOException e) {
            return e.getMessage() != null && e.getMessage().contains("Cannot run program")
                    ? noExec()
                    : Finding.fatal("cannot write to " + place.dir() + ": " + e.getMessage(), "set FUND_DIR");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return noExec();
        }
    }

    private Finding noExec() {
        return Finding.fatal(
                place.dir() + " does not allow programs to be run (noexec?)", "set FUND_DIR to a folder that does");
    }

    private Finding user() {
        if (place.settings().externalPostgres().isPresent()) {
            return Finding.good("PostgreSQL is external: " + place.databaseHost() + ":" + place.databasePort());
        }
        return switch (RunAs.find(place.dir(), place.settings().value(Settings.POSTGRES_USER))) {
            case RunAs.Ourselves _ ->
                Finding.good(
                        "ordinary user %s; PostgreSQL runs as the same".formatted(System.getProperty("user.name")));
            case RunAs.NamelessUser _ ->
                Finding.good("root; PostgreSQL, which refuses root, runs in a user namespace (unshare -U)");
            case RunAs.OtherUser(var name) -> Finding.good("root; PostgreSQL, which refuses root, runs as " + name);
            case RunAs.Impossible(var why) -> Finding.fatal(why, "or set FUND_EXTERNAL_POSTGRES=host:port");
        };
    }

    private List<Finding> ports() {
        var busy = new ArrayList<Finding>();
        for (var door : Door.values()) {
            if (!ours.contains(door) && !isExternal(door) && !isFree(place.port(door))) {
                busy.add(Finding.fatal(
                        "port %d (%s) is in use".formatted(place.port(door), spoken(door)),
                        "stop what uses it (ss -ltnp shows it), or set %s to a free one".formatted(door.variable())));
            }
        }
        return busy.isEmpty() ? List.of(Finding.good("ports are free on " + Place.LOOPBACK)) : busy;
    }

    private boolean isExternal(Door door) {
        return switch (door) {
            case POSTGRES -> place.settings().externalPostgres().isPresent();
            case KAFKA, KAFKA_CONTROLLER -> place.settings().externalKafka().isPresent();
            case KEYCLOAK, KEYCLOAK_MANAGEMENT -> place.settings().identity() != Identity.KEYCLOAK;
            case MAIL -> place.settings().externalSmtp().isPresent();
            case CONNECT, ALLOCATION, PORTFOLIO, APPROVAL, PROCUREMENT -> false;
            case ALLOCATION_MANAGEMENT, PORTFOLIO_MANAGEMENT, APPROVAL_MANAGEMENT, PROCUREMENT_MANAGEMENT -> false;
        };
    }

    static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(LOOPBACK, port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static String spoken(Door door) {
        return door.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static boolean onPath(String program) {
        for (var folder : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
            if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }

    private static Path nearest(Path folder) {
        var path = folder;
        while (!Files.exists(path) && path.getParent() != null) {
            path = path.getParent();
        }
        return path;
    }
}

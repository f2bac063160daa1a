package org.partnershipfund.local.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** How a program that refuses to be root is run. */
public sealed interface RunAs {

    /** We are an ordinary user: nothing to do. */
    record Ourselves() implements RunAs {}

    /** Root in a user namespace of its own, where the program sees itself as nobody. */
    record NamelessUser() implements RunAs {}

    /** Root gives up its rights and becomes this user, who must own the data. */
    record OtherUser(String name) implements RunAs {}

    /** Root, and no way to stop being it. */
    record Impossible(String why) implements RunAs {}

    /** What stands before the command. */
    default List<String> prefix() {
        return switch (this) {
            case Ourselves _ -> List.of();
            case NamelessUser _ -> List.of("unshare", "-U");
            case OtherUser(var name) ->
                List.of("setpriv", "--reuid=" + name, "--regid=" + groupOf(name), "--clear-groups");
            case Impossible(var why) -> throw new StartFailedException(why);
        };
    }

    /** The user who must own the data, where that is not ourselves. */
    default Optional<String> owner() {
        return this instanceof OtherUser(var name) ? Optional.of(name) : Optional.empty();
    }

    /**
     * Looks at this machine.
     *
     * @param folder what the program must be able to reach
     * @param wanted the user to become where user namespaces are not permitted
     */
    static RunAs find(Path folder, Optional<String> wanted) {
        if (!answer("id", "-u").equals(Optional.of("0"))) {
            return new Ourselves();
        }
        if (wanted.isEmpty() && answer("unshare", "-U", "true").isPresent()) {
            return new NamelessUser();
        }
        var user = wanted.or(() -> ownerOf(folder)).orElse("nobody");
        var other = new OtherUser(user);
        if (answer("setpriv", "--version").isEmpty() || answer("id", "-u", user).isEmpty()) {
            return new Impossible("PostgreSQL refuses to run as root, \"unshare -U\" is not permitted here, and user \""
                    + user + "\" cannot be taken (setpriv): run ./fund as an ordinary user");
        }
        var reach = new java.util.ArrayList<>(other.prefix());
        reach.addAll(List.of("test", "-x", nearest(folder).toString()));
        if (answer(reach.toArray(String[]::new)).isEmpty()) {
            return new Impossible("PostgreSQL refuses to run as root, \"unshare -U\" is not permitted here, and user \""
                    + user + "\" cannot enter " + nearest(folder)
                    + ": set FUND_DIR to a folder that everybody may enter, or run ./fund as an ordinary user");
        }
        return other;
    }

    private static Path nearest(Path folder) {
        var path = folder;
        while (!Files.exists(path) && path.getParent() != null) {
            path = path.getParent();
        }
        return path;
    }

    private static Optional<String> ownerOf(Path folder) {
        try {
            return Optional.of(Files.getOwner(nearest(folder), LinkOption.NOFOLLOW_LINKS)
                            .getName())
                    .filter(name -> !name.equals("root"));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String groupOf(String user) {
        return answer("id", "-g", user).orElse(user);
    }

    /** The first line a command prints, empty when it fails or is not there. */
    private static Optional<String> answer(String... command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0
                    ? Optional.of(said.lines().findFirst().orElse(""))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}

package io.tidings.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How to run a program that refuses to run as root, which is who we are in many containers. For anybody else: just run it.
 *
 * @param prefix what stands before the program
 * @param user whom the data must belong to, or empty if to us
 */
record Unprivileged(List<String> prefix, Optional<String> user) {
    private static final String NOBODY = "nobody";
    private static final Duration PROBE = Duration.ofSeconds(10);

    /**
     * In order of how little they change: in a user namespace of its own the program only believes that it is not root, and
     * our files stay ours. Where that is forbidden (Docker's default), it becomes nobody.
     */
    private static final List<Unprivileged> WAYS = List.of(
            new Unprivileged(List.of("unshare", "-U"), Optional.empty()),
            new Unprivileged(
                    List.of("setpriv", "--reuid=" + NOBODY, "--regid=65534", "--clear-groups"), Optional.of(NOBODY)),
            new Unprivileged(List.of("runuser", "-u", NOBODY, "--"), Optional.of(NOBODY)));

    static Unprivileged find() {
        Unprivileged asWeAre = new Unprivileged(List.of(), Optional.empty());
        return Stream.concat(Stream.of(asWeAre), WAYS.stream())
                .filter(Unprivileged::works)
                .findFirst()
                .orElseThrow(() -> new EmbeddedServiceException(
                        "PostgreSQL refuses to run as root, and neither unshare -U, setpriv nor runuser can step down from it"
                                + " here: run as another user"));
    }

    List<String> command(List<String> program) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(program);
        return command;
    }

    /** Gives a directory and all in it to the user that the program will be. */
    void own(Path directory) throws IOException {
        if (user.isEmpty()) {
            return;
        }
        UserPrincipal owner =
                directory.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user.get());
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.toList()) {
                Files.setOwner(path, owner);
            }
        }
    }

    private boolean works() {
        Optional<String> uid =
                prefix.isEmpty() || Watchdog.onPath(prefix.get(0)).isPresent()
                        ? output(command(List.of("id", "-u")))
                        : Optional.empty();
        return uid.filter(id -> !id.equals("0")).isPresent();
    }

    private static Optional<String> output(List<String> command) {
        try (ChildProcess process = ChildProcess.command(command).start()) {
            return process.awaitExit(PROBE) == 0 ? Optional.of(process.tail(1).trim()) : Optional.empty();
        }
    }
}

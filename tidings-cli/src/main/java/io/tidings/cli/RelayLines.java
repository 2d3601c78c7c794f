package io.tidings.cli;

import io.tidings.messaging.MessagingException;
import io.tidings.messaging.jdbc.relay.PollingRelay;
import io.tidings.messaging.jdbc.relay.RelayStatus;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a relay does, in a line whenever something changes that somebody may have to look at, and once in a minute. */
final class RelayLines {

    private static final long SELDOM = Duration.ofMinutes(1).toNanos();

    private final Consumer<String> out;
    private final String name;
    private @Nullable List<Object> last;
    private long printedAt;
    private @Nullable RelayStatus atEnd;

    RelayLines(Consumer<String> out, String name) {
        this.out = out;
        this.name = name;
    }

    void look(PollingRelay relay) {
        String line;
        List<Object> notable;
        try {
            RelayStatus status = relay.status();
            String trouble = String.valueOf(status.trouble());
            notable = List.of(status.role(), status.leading(), status.barred(), trouble);
            line = line(status, status.sent());
        } catch (MessagingException e) {
            notable = List.of("away");
            line = String.valueOf(e.getMessage());
        }
        long now = System.nanoTime();
        if (!Objects.equals(notable, last) || now - printedAt > SELDOM) {
            last = notable;
            printedAt = now;
            out.accept("Relay " + name + ": " + line + "\n");
        }
    }

    /** What is left, looked at before the relay is closed. */
    void end(PollingRelay relay) {
        try {
            atEnd = relay.status();
        } catch (MessagingException e) {
            // The last line that was printed has to do: the database is away.
            atEnd = null;
        }
    }

    /** What was sent counts when it is noted in the database, and is counted after that: all of it once the relay is closed. */
    void ended(PollingRelay relay) {
        RelayStatus status = atEnd;
        if (status != null) {
            out.accept("Relay " + name + ": " + line(status, relay.sent()) + "\n");
        }
    }

    private static String line(RelayStatus status, long sent) {
        String role = status.shards() == 1
                ? (status.leading() == 1 ? "leads" : "stands by")
                : "leads " + status.leading() + " of " + status.shards() + " shards";
        return role + "; " + sent + " sent, " + status.backlog() + " waiting"
                + (status.backlog() == 0
                        ? ""
                        : " for up to " + status.oldestAge().toMillis() + " ms")
                + (status.barred() == 0 ? "" : ", " + status.barred() + " barred")
                + (status.trouble() == null ? "" : "; " + status.trouble());
    }
}

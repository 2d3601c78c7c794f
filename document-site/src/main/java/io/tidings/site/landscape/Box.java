package io.tidings.site.landscape;

import io.tidings.asyncapi.diagnostic.Severity;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Channels that the same services send to and receive from.
 *
 * @param lines the addresses; of a request with that of the reply
 * @param senders by name, in the order of the landscape
 * @param receivers the same
 * @param answered whether the senders wait for replies
 * @param worst what weighs most of what is said of them; null where nothing is
 */
record Box(
        List<Line> lines,
        Set<String> senders,
        Set<String> receivers,
        boolean answered,
        @Nullable Severity worst) {

    /**
     * A channel.
     *
     * @param reply the address of the reply; null where there is none, or it is known at run time only
     * @param messages the names of what is sent
     */
    record Line(String address, @Nullable String reply, List<String> messages) {
        Line {
            messages = List.copyOf(messages);
        }
    }

    Box {
        lines = List.copyOf(lines);
    }

    /** Whether one side is missing. */
    boolean lonely() {
        return senders.isEmpty() || receivers.isEmpty();
    }
}

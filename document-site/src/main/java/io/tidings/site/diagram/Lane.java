package io.tidings.site.diagram;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One operation of an application.
 *
 * @param peer who is at the other end
 * @param outgoing whether the application speaks first
 * @param channel where
 * @param messages what, by name
 * @param reply where the answer goes, if there is one
 */
public record Lane(
        String peer,
        boolean outgoing,
        Stop channel,
        List<String> messages,
        @Nullable Stop reply) {

    /** A channel in the drawing, and what it links to. */
    public record Stop(String label, String href) {}

    public Lane {
        messages = List.copyOf(messages);
    }
}

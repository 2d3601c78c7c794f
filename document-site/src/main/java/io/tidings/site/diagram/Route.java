package io.tidings.site.diagram;

import io.tidings.site.diagram.Lane.Stop;
import java.util.List;

/** A channel between applications of a site. */
public record Route(Stop channel, List<String> messages, List<Stop> senders, List<Stop> receivers) {
    public Route {
        messages = List.copyOf(messages);
        senders = List.copyOf(senders);
        receivers = List.copyOf(receivers);
    }
}

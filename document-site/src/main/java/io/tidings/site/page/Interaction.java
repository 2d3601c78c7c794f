package io.tidings.site.page;

import io.tidings.asyncapi.model.Action;
import io.tidings.asyncapi.model.Operation;
import io.tidings.asyncapi.model.OperationExtension.Style;

/** How the two sides of an operation interact, in words. */
enum Interaction {
    EVENT("Event", "Subscribers", "Publishers"),
    COMMAND("Command", "Handlers", "Notifiers"),
    REQUEST("Request and reply", "Repliers", "Requestors"),
    GATHER("Request, many replies", "Responders", "Gatherers");

    private final String label;
    private final String receivers;
    private final String senders;

    Interaction(String label, String receivers, String senders) {
        this.label = label;
        this.receivers = receivers;
        this.senders = senders;
    }

    /** As the document says, or else as the operation's shape does. */
    static Interaction of(Operation operation) {
        Style style = operation.extension().style();
        if (style == null) {
            return operation.reply() == null ? EVENT : REQUEST;
        }
        return valueOf(style.name());
    }

    String label() {
        return label;
    }

    /** What those at the other end are called, whoever they are. */
    String peers(Action action) {
        return action == Action.SEND ? receivers : senders;
    }

    /** What happens, as the application sees it. */
    String sentence(Action action, String application) {
        boolean sends = action == Action.SEND;
        return switch (this) {
            case EVENT ->
                sends
                        ? application + " tells that something happened. Whoever subscribes hears it."
                        : application + " hears what others tell.";
            case COMMAND ->
                sends
                        ? application + " tells another service what to do, and expects no reply."
                        : "Others tell " + application + " what to do. There is no reply.";
            case REQUEST ->
                sends ? application + " asks, and gets a reply." : "Others ask, and " + application + " replies.";
            case GATHER ->
                sends
                        ? application + " asks all, and gathers replies until a deadline or a count."
                        : "Others ask all, and " + application + " may reply.";
        };
    }
}

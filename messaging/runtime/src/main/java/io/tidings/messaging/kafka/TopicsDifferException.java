package io.tidings.messaging.kafka;

/** Topics are not as the document says. The message says how, a difference a line; only people can decide what to do. */
public final class TopicsDifferException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final transient TopicReport report;

    TopicsDifferException(TopicReport report) {
        super("Topics are not as the document says:" + System.lineSeparator() + report);
        this.report = report;
    }

    /** All that was found and done. */
    public TopicReport report() {
        return report;
    }
}

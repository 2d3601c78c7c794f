package io.tidings.messaging;

/** A topic does not exist. Retryable, since somebody may still create it; nothing is created by accident. */
public final class MissingTopicException extends MessagingException {

    private static final long serialVersionUID = 1L;

    private final String topic;

    public MissingTopicException(String topic) {
        super(
                "There is no topic '" + topic
                        + "'. Create it, or have it created from the document: call provision(...)"
                        + " with its TopicSpec before publishing or subscribing.",
                null);
        this.topic = topic;
    }

    public String topic() {
        return topic;
    }

    @Override
    public boolean retryable() {
        return true;
    }
}

package io.tidings.messaging.kafka;

/**
 * Something that a topic is not as its document says.
 *
 * @param setting {@code partitions}, {@code replicas}, a key of its configuration, or {@code topic} where there is none
 * @param said by the document
 * @param found on the broker; empty where it has nothing of the kind
 * @param hint what to do about it
 */
public record TopicDifference(String topic, String setting, String said, String found, String hint) {

    /** The setting of a topic that does not exist. */
    public static final String TOPIC = "topic";

    @Override
    public String toString() {
        String what = setting.equals(TOPIC)
                ? "there is no such topic."
                : setting + " is " + (found.isEmpty() ? "not set" : found) + ", the document says " + said + ".";
        return "topic '" + topic + "': " + what + (hint.isEmpty() ? "" : " " + hint);
    }
}

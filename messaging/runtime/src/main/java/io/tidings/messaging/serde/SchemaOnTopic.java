package io.tidings.messaging.serde;

import org.apache.avro.Schema;

/** By identity: comparing schemas field by field for each message would cost more than writing it. */
final class SchemaOnTopic {

    private final String topic;
    private final Schema schema;

    SchemaOnTopic(String topic, Schema schema) {
        this.topic = topic;
        this.schema = schema;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SchemaOnTopic that && sameSchema(that.schema) && topic.equals(that.topic);
    }

    @SuppressWarnings("ReferenceEquality") // the point of this class
    private boolean sameSchema(Schema other) {
        return schema == other;
    }

    @Override
    public int hashCode() {
        return 31 * System.identityHashCode(schema) + topic.hashCode();
    }
}

package io.tidings.messaging;

/**
 * Where a message says which schema wrote it: {@code schemaIdLocation} and {@code schemaIdPayloadEncoding} of AsyncAPI's Kafka
 * message binding.
 */
public enum SchemaIdLocation {

    /** Before the payload, as Confluent has it: a zero byte, and the id in four bytes. */
    PAYLOAD,

    /** Before the payload, as Apicurio had it: a zero byte, and the id in eight bytes. */
    WIDE_PAYLOAD,

    /** In a header; nothing stands before the payload. */
    HEADER
}

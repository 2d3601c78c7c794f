/**
 * Messages as bytes: Confluent's wire format with Avro payloads, and CloudEvents headers. Start at {@link
 * io.tidings.messaging.serde.AvroMessageCodec}, which transports use, or at {@link
 * io.tidings.messaging.serde.AvroSerializer} and {@link io.tidings.messaging.serde.AvroDeserializer}, which any Kafka client
 * can be configured with.
 *
 * <p>Everything here is safe for use by several threads. A schema is resolved with the registry once, not per message.
 */
@NullMarked
package io.tidings.messaging.serde;

import org.jspecify.annotations.NullMarked;

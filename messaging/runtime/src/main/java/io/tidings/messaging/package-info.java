/**
 * What generated clients stand on, whatever carries the messages. Start at {@link io.tidings.messaging.Transport}: it gives a
 * {@link io.tidings.messaging.MessageSink} to publish into, subscriptions, and requestors.
 *
 * <p>Nothing here knows Kafka, JDBC or a wire format: those are in {@code kafka}, {@code jdbc} and {@code serde}. Values are
 * immutable; transports and sinks are safe for use by several threads.
 */
@NullMarked
package io.tidings.messaging;

import org.jspecify.annotations.NullMarked;

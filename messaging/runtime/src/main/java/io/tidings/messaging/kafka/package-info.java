/**
 * Messages over Kafka. Start at {@link io.tidings.messaging.kafka.KafkaTransport#connect}.
 *
 * <p>A subscription has one thread that polls, and workers that decode and handle: each partition is a lane whose records are
 * worked on one at a time, so that order holds, while {@code poll} goes on whatever a handler does. Offsets are committed for
 * what is done.
 */
@NullMarked
package io.tidings.messaging.kafka;

import org.jspecify.annotations.NullMarked;

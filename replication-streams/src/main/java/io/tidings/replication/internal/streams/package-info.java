/**
 * Not API: the driver that runs replicas as one Kafka Streams application. Start at {@link
 * io.tidings.replication.internal.streams.StreamsDriver}.
 *
 * <p>Bytes come in, an {@link io.tidings.replication.internal.driver.EventReader} makes events of them, the pure core
 * decides, and a key-value store with a changelog keeps the rows under the keys as they travel. Correctness comes from the
 * core's guard alone, so at-least-once processing is enough.
 */
@NullMarked
package io.tidings.replication.internal.streams;

import org.jspecify.annotations.NullMarked;

/**
 * Replicas of other services' data in local stores. Start at {@link io.tidings.replication.Replication}: it follows the
 * channels of its {@link io.tidings.replication.ReplicaDefinition}s with one Kafka Streams application and answers from
 * {@link io.tidings.replication.ReplicaView}s.
 *
 * <p>An application id stands for its definitions: their fingerprint is part of it, so a changed projection reads its
 * channels again from the start into fresh stores instead of mixing old and new rows. Views and the replication itself are
 * safe for use by several threads.
 */
@NullMarked
package io.tidings.replication;

import org.jspecify.annotations.NullMarked;

/**
 * What local copies of other services' data cost: how quickly they are built and restored, how soon they know what was published,
 * how long a look into them takes; beside Kafka Streams' own table. {@link io.tidings.benchmarks.replication.Replicas} runs it.
 */
@NullMarked
package io.tidings.benchmarks.replication;

import org.jspecify.annotations.NullMarked;

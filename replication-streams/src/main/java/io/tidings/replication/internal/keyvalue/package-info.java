/**
 * Rows and their index entries in an ordered store of bytes: {@link io.tidings.replication.internal.keyvalue.Layout} says where
 * each of them stands. Kafka Streams' stores, RocksDB and memory all keep views like this.
 */
@NullMarked
package io.tidings.replication.internal.keyvalue;

import org.jspecify.annotations.NullMarked;

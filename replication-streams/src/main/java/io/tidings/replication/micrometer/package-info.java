/**
 * Meters for Micrometer, which must be on the class path: nothing else here needs it. Start at {@link
 * io.tidings.replication.micrometer.ReplicaMeters}. Safe for use by several threads.
 */
@NullMarked
package io.tidings.replication.micrometer;

import org.jspecify.annotations.NullMarked;

/**
 * Whole lives of a replica in memory, seeded: an owner, its logs, a replica that dies anywhere and comes back, and what its readers
 * must find in the end. The replica's own code runs in them, from the applier to the layout of the store.
 */
@NullMarked
package io.tidings.replication.simulation;

import org.jspecify.annotations.NullMarked;

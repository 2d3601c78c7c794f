/**
 * Checks files as the command and the goal do: reads each with what its team has decided, compares it with its own earlier
 * versions, mends its version, and leaves out what was told before. Start at {@link io.tidings.compat.gate.GateRun}. Values are
 * immutable; a run may be used by several threads, and reads and writes files, calls git, and asks registries.
 */
@NullMarked
package io.tidings.compat.gate;

import org.jspecify.annotations.NullMarked;

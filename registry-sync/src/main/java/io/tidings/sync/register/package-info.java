/**
 * Carries a plan out. Start at {@link io.tidings.sync.register.Registration}: it asks about everything before it writes
 * anything. Results are immutable; a registration is for one thread.
 */
@NullMarked
package io.tidings.sync.register;

import org.jspecify.annotations.NullMarked;

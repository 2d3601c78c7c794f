/**
 * The gate: does a new version of a document keep the promise that its number makes? Start at {@link
 * io.tidings.compat.Compatibility}.
 *
 * <p>Data flows one way: {@code baseline} (what to compare with) → {@code diff} (what differs) → {@code rule} (what it
 * means) → {@code version} (what the number may say) → {@code report}. Avro's rules of reading stand in {@code avro}.
 * Everything here is immutable once built and safe for use by several threads.
 */
@NullMarked
package io.tidings.compat;

import org.jspecify.annotations.NullMarked;

/**
 * Whether data written with one Avro schema can be read with another. Start at {@link
 * io.tidings.compat.avro.AvroReader#judge}. The verdict is ours because Avro's own two checkers contradict each other and
 * are unsound on recursive unions. Everything here is immutable and safe for use by several threads.
 */
@NullMarked
package io.tidings.compat.avro;

import org.jspecify.annotations.NullMarked;

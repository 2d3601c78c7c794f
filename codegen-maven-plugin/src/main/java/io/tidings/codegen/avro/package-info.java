/**
 * Writes record classes with Avro's own compiler, so that every Avro tool can use them. Start at {@link
 * io.tidings.codegen.avro.RecordSources}. Stateless, safe for use by several threads.
 */
@NullMarked
package io.tidings.codegen.avro;

import org.jspecify.annotations.NullMarked;

/**
 * Reads AsyncAPI documents. Start at {@link io.tidings.asyncapi.AsyncApi#read}: it yields a document and diagnostics and
 * never throws on what a user wrote.
 *
 * <p>Data flows one way: {@code source} (located tree) → {@code grammar} (shape) → {@code reference} (what a {@code $ref}
 * names) → {@code avro} (payload schemas) → {@code model} → {@code rule} (judgement). Everything here is immutable once
 * built and safe for use by several threads.
 */
@NullMarked
package io.tidings.asyncapi;

import org.jspecify.annotations.NullMarked;

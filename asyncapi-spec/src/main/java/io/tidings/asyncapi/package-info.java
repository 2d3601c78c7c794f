/**
 * Reads AsyncAPI documents. Start at {@link io.tidings.asyncapi.AsyncApi#read}: it yields a document and diagnostics and
 * never throws on what a user wrote.
 *
 * <p>Data flows one way: {@code source} (located tree) → {@code grammar} (shape) → {@code reference} (what a {@code $ref}
 * names) → {@code avro} (payload schemas) → {@code assembly}, which builds the {@code model} → {@code schema} (what stands
 * inside messages) → {@code rule} (judgement) → {@code report}. 2.x is given the shape of 3.x on the tree, between {@code reference} and {@code assembly}. What is
 * returned is immutable and safe for use by several threads.
 */
@NullMarked
package io.tidings.asyncapi;

import org.jspecify.annotations.NullMarked;

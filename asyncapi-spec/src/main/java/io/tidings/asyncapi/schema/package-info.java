/**
 * What stands inside messages: whether a JSON Schema is one, whether a value fits a schema (JSON Schema or Avro), whether a
 * field that an expression names can be there. Start at {@link io.tidings.asyncapi.schema.Schemas}; it answers in {@link
 * io.tidings.asyncapi.schema.Problem}s, which rules make into diagnostics. References are followed by us, never by a
 * library, so that nothing here touches the network. Serves the reading of one document, by one thread.
 */
@NullMarked
package io.tidings.asyncapi.schema;

import org.jspecify.annotations.NullMarked;

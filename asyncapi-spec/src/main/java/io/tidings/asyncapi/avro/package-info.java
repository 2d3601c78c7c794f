/**
 * Avro schemas on the located tree: what is wrong with them is said where it stands, and what is right becomes an {@link
 * org.apache.avro.Schema} that is whole, over as many files as it is spread. Start at {@link
 * io.tidings.asyncapi.avro.AvroSchemas}. Everything here serves the reading of one document, by one thread.
 */
@NullMarked
package io.tidings.asyncapi.avro;

import org.jspecify.annotations.NullMarked;

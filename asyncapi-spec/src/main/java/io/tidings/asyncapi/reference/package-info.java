/**
 * What a {@code $ref} names: in the same file, in another one, or out of reach. Start at {@link
 * io.tidings.asyncapi.reference.References}. Everything here serves the reading of one document, by one thread.
 */
@NullMarked
package io.tidings.asyncapi.reference;

import org.jspecify.annotations.NullMarked;

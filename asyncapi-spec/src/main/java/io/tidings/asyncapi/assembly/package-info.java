/**
 * Builds the model from the tree: references followed, traits applied, schemas read. Tolerant, because whatever is wrong
 * has been reported by then: a part that cannot be built is left out. Start at {@link
 * io.tidings.asyncapi.assembly.DocumentAssembly}. For one document and one thread.
 */
@NullMarked
package io.tidings.asyncapi.assembly;

import org.jspecify.annotations.NullMarked;

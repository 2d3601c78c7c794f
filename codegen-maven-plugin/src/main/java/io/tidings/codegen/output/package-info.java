/**
 * Puts generated sources on disk without touching what has not changed. Start at {@link
 * io.tidings.codegen.output.OutputFolder}. Used by one thread per folder.
 */
@NullMarked
package io.tidings.codegen.output;

import org.jspecify.annotations.NullMarked;

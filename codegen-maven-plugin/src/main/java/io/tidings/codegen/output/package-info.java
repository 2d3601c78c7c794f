/**
 * Puts generated sources on disk without touching what has not changed, and remembers what they were made from. Start at {@link
 * io.tidings.codegen.output.OutputFolder} and {@link io.tidings.codegen.output.RunRecord}. One run per folder at a time, which may
 * write by several threads.
 */
@NullMarked
package io.tidings.codegen.output;

import org.jspecify.annotations.NullMarked;

/**
 * The Maven goals, prefix {@code tidings}; the only place that knows Maven. What a user wrote wrong is logged as a report and
 * fails the build with one line. Mojos are made per execution and used by one thread.
 */
@NullMarked
package io.tidings.codegen.mojo;

import org.jspecify.annotations.NullMarked;

/**
 * Prints what was found: {@link io.tidings.compat.report.TextReport} for people, {@link
 * io.tidings.compat.report.JsonReport} for programs. Stateless and safe for use by several threads.
 */
@NullMarked
package io.tidings.compat.report;

import org.jspecify.annotations.NullMarked;

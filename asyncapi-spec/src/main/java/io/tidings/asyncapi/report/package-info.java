/**
 * Prints what was found, in every format of the {@code tidings} command. Start at {@link
 * io.tidings.asyncapi.report.Report}, the neutral form that {@link io.tidings.asyncapi.report.Format} turns into text; {@link
 * io.tidings.asyncapi.report.Validation} makes one of what reading documents said, and whoever judges documents makes others.
 * Reports and formats are immutable and safe for use by several threads; {@link io.tidings.asyncapi.report.SourceLines} is
 * for one.
 */
@NullMarked
package io.tidings.asyncapi.report;

import org.jspecify.annotations.NullMarked;

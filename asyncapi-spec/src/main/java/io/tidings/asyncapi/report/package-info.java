/**
 * Prints what was read: as text with code frames for people, as JSON for programs. Start at {@link
 * io.tidings.asyncapi.report.TextReport}. Reports are immutable and safe for use by several threads.
 */
@NullMarked
package io.tidings.asyncapi.report;

import org.jspecify.annotations.NullMarked;

/**
 * Says what was found: {@link io.tidings.compat.report.Reports} makes reports that {@link
 * io.tidings.asyncapi.report.Format} prints in any format, {@link io.tidings.compat.report.JsonReport} holds the contract for
 * programs. Stateless and safe for use by several threads.
 */
@NullMarked
package io.tidings.compat.report;

import org.jspecify.annotations.NullMarked;

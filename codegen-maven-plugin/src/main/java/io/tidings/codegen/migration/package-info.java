/**
 * Decides how records of one major version of a document become those of another. Start at {@link
 * io.tidings.codegen.migration.MigrationPlanner#plan}: from two plans it makes a {@link
 * io.tidings.codegen.migration.CasterPlan} for each message and direction: what can be copied, and what only a person can
 * decide. Knows neither JavaPoet nor Maven; values are safe for use by several threads.
 */
@NullMarked
package io.tidings.codegen.migration;

import org.jspecify.annotations.NullMarked;

/**
 * A migration from one major version to the next: {@link io.tidings.examples.migration.Kitchen} owns dishes and tells of their
 * prices, {@link io.tidings.examples.migration.Board} shows them. Each is given the stage that it is at. Both are safe for use by
 * several threads.
 */
@NullMarked
package io.tidings.examples.migration;

import org.jspecify.annotations.NullMarked;

/**
 * Semantic versions (semver.org 2.0.0) and the steps between them. Immutable, safe for use by several threads.
 */
@NullMarked
package io.tidings.compat.version;

import org.jspecify.annotations.NullMarked;

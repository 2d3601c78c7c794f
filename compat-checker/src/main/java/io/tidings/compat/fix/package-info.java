/**
 * Writes the version that a check suggests into the document: {@link io.tidings.compat.fix.VersionFix}. Stateless, safe for
 * use by several threads; two that fix one file at once write one of the two results, never a mixture.
 */
@NullMarked
package io.tidings.compat.fix;

import org.jspecify.annotations.NullMarked;

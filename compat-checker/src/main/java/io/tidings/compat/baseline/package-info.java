/**
 * Where the earlier version of a document comes from. Start at {@link io.tidings.compat.baseline.Baseline#parse}. Baselines
 * are immutable; reading one may call git and takes as long as that takes.
 */
@NullMarked
package io.tidings.compat.baseline;

import org.jspecify.annotations.NullMarked;

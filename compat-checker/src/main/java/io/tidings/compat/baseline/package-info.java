/**
 * Where the earlier versions of a document come from. Start at {@link io.tidings.compat.baseline.Baselines}: it makes a {@link
 * io.tidings.compat.baseline.Baseline} of what a user names, and that reads {@link io.tidings.compat.baseline.BaseDocument
 * documents} for a head. Baselines are immutable; reading one may call git and takes as long as that takes.
 */
@NullMarked
package io.tidings.compat.baseline;

import org.jspecify.annotations.NullMarked;

/**
 * What a team has decided about findings: how much rules count for it, and what it lives with until when. Start at {@link
 * io.tidings.compat.policy.PolicyFile}, which reads it from {@code .tidings.yaml}. Immutable, safe for use by several threads.
 */
@NullMarked
package io.tidings.compat.policy;

import org.jspecify.annotations.NullMarked;

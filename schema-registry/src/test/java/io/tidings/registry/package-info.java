/** Tests: one contract for every registry, and what the proxy does when the registry fails. */
@NullMarked
package io.tidings.registry;

import org.jspecify.annotations.NullMarked;

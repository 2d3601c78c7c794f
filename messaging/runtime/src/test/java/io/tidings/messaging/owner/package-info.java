/** Tests of {@link io.tidings.messaging.owner}. */
@NullMarked
package io.tidings.messaging.owner;

import org.jspecify.annotations.NullMarked;

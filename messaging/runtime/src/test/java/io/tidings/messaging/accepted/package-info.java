/** Tests of {@link io.tidings.messaging.accepted}. */
@NullMarked
package io.tidings.messaging.accepted;

import org.jspecify.annotations.NullMarked;

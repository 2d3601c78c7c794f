/** Tests of {@link io.tidings.messaging.proxy}. */
@NullMarked
package io.tidings.messaging.proxy;

import org.jspecify.annotations.NullMarked;

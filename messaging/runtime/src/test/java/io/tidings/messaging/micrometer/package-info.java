/** Tests. */
@NullMarked
package io.tidings.messaging.micrometer;

import org.jspecify.annotations.NullMarked;

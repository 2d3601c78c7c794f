/** Tests of what is parked, and of the way back. */
@NullMarked
package io.tidings.messaging.parking;

import org.jspecify.annotations.NullMarked;

/**
 * Meters for Micrometer, which must be on the class path: nothing else of Tidings needs it. Start at {@link
 * io.tidings.messaging.micrometer.MessagingMeters}. Safe for use by several threads.
 */
@NullMarked
package io.tidings.messaging.micrometer;

import org.jspecify.annotations.NullMarked;

/**
 * What every transport does alike, whatever carries the messages: judge an attempt to handle a message, and join replies to
 * requests. Start at {@link io.tidings.messaging.delivery.Delivery} and {@link
 * io.tidings.messaging.delivery.OutstandingRequests}. For those who write a transport; users of one need nothing here.
 * Everything is safe for use by several threads.
 */
@NullMarked
package io.tidings.messaging.delivery;

import org.jspecify.annotations.NullMarked;

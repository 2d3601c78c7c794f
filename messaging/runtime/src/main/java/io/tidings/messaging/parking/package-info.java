/**
 * Keys whose messages cannot be handled, and what waits behind them: the set of them that outlives its owner, and the way back.
 * Start at {@link io.tidings.messaging.parking.Handling}: it decides what becomes of one message. Knows no broker and no threads;
 * what it writes goes through a {@link io.tidings.messaging.parking.DeadLetterStore}. For those who write a transport.
 */
@NullMarked
package io.tidings.messaging.parking;

import org.jspecify.annotations.NullMarked;

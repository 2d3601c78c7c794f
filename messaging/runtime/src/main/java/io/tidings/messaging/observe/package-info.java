/**
 * What happens inside the clients, for those who watch: meters, logs, alarms, tests. Start at {@link
 * io.tidings.messaging.observe.MessagingListener}; a transport is given listeners when it connects. {@code SinkWatch}, {@code
 * GroupWatch}, {@code RequestWatch} and {@code RelayWatch} are for those who write a transport: they make no event, and cost next
 * to nothing, while nobody listens. Events are immutable; everything here is safe for use by several threads.
 */
@NullMarked
package io.tidings.messaging.observe;

import org.jspecify.annotations.NullMarked;

/**
 * A requestor as a remote proxy: whoever does not answer is left alone for a while. Start at {@link
 * io.tidings.messaging.proxy.GuardedRequestor}. Knows no broker; safe for use by several threads.
 */
@NullMarked
package io.tidings.messaging.proxy;

import org.jspecify.annotations.NullMarked;

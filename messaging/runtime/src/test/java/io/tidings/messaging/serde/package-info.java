/** Tests: bytes that others read, and bytes that nobody meant to send. */
@NullMarked
package io.tidings.messaging.serde;

import org.jspecify.annotations.NullMarked;

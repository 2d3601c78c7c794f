/** Tests of {@link io.tidings.messaging.jdbc.accepted}, on a real PostgreSQL. */
@NullMarked
package io.tidings.messaging.jdbc.accepted;

import org.jspecify.annotations.NullMarked;

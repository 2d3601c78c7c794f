/** Tests of {@link io.tidings.messaging.jdbc.republish}, on a real PostgreSQL. */
@NullMarked
package io.tidings.messaging.jdbc.republish;

import org.jspecify.annotations.NullMarked;

/** What the outbox promises, on each database that it works with. */
@NullMarked
package io.tidings.messaging.jdbc.dialect;

import org.jspecify.annotations.NullMarked;

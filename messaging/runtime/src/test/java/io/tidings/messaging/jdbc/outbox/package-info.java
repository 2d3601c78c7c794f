@NullMarked
package io.tidings.messaging.jdbc.outbox;

import org.jspecify.annotations.NullMarked;

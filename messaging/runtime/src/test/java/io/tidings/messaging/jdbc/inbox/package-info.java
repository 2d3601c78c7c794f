@NullMarked
package io.tidings.messaging.jdbc.inbox;

import org.jspecify.annotations.NullMarked;

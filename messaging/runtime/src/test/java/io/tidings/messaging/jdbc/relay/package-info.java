@NullMarked
package io.tidings.messaging.jdbc.relay;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.tidings.messaging.jdbc.pending;

import org.jspecify.annotations.NullMarked;

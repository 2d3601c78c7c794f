/** What is said of tables that are not as they should be. */
@NullMarked
package io.tidings.messaging.jdbc.layout;

import org.jspecify.annotations.NullMarked;

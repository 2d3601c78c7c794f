@NullMarked
package io.tidings.messaging.backlog;

import org.jspecify.annotations.NullMarked;

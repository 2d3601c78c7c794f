@NullMarked
package io.tidings.messaging.delivery;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.tidings.messaging.config;

import org.jspecify.annotations.NullMarked;

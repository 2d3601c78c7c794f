/**
 * What an application may set. Start at {@link io.tidings.messaging.config.ClientSettings}: it splits one map into what
 * Kafka's clients, the registry and Tidings itself take, and reports everything that is wrong with it at once. Values are
 * immutable and safe for use by several threads.
 */
@NullMarked
package io.tidings.messaging.config;

import org.jspecify.annotations.NullMarked;

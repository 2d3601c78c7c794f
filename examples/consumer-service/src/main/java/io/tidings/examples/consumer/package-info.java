/**
 * Owns consumers, those who order food, and publishes each change. Start at {@link
 * io.tidings.examples.consumer.ConsumerService}; {@code api} is generated from the AsyncAPI document.
 */
@NullMarked
package io.tidings.examples.consumer;

import org.jspecify.annotations.NullMarked;

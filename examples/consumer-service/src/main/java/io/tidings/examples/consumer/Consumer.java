package io.tidings.examples.consumer;

import java.math.BigDecimal;

/**
 * A consumer.
 *
 * @param orderLimit what one order may cost at most, with two digits after the point
 */
public record Consumer(String name, String email, BigDecimal orderLimit) {}

package io.tidings.examples.consumer;

import java.math.BigDecimal;

/**
 * A consumer.
 *
 * @param orderLimit what one order may cost at most, with two digits after the point
 */
public record Consumer(String name, String email, BigDecimal orderLimit) {

    public Consumer {
        if (name == null || email == null || orderLimit == null || orderLimit.scale() > 2) {
            throw new IllegalArgumentException("A consumer has a name, an email, and an orderLimit in whole cents");
        }
    }
}

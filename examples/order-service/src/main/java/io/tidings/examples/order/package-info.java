/**
 * Takes orders: answers PENDING at once, verifies them against local copies of other services' data, asks the kitchen for a
 * ticket, and ends APPROVED or REJECTED. Start at {@link io.tidings.examples.order.OrderService}; {@code api} is generated
 * from the AsyncAPI document.
 */
@NullMarked
package io.tidings.examples.order;

import org.jspecify.annotations.NullMarked;

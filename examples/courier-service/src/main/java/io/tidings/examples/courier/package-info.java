/**
 * Finds a courier for each delivery, and shows the ways of asking that the other services do not need: ask many, ask and
 * remember it in the database, ask and wait, share work without order. Start at {@link
 * io.tidings.examples.courier.CourierService}; {@code api} is generated from the AsyncAPI document.
 */
@NullMarked
package io.tidings.examples.courier;

import org.jspecify.annotations.NullMarked;

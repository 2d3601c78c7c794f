/**
 * Owns restaurants and their menus, publishes each change, and takes tickets for its kitchens. Start at {@link
 * io.tidings.examples.restaurant.RestaurantService}; {@code api} is generated from the AsyncAPI document.
 */
@NullMarked
package io.tidings.examples.restaurant;

import org.jspecify.annotations.NullMarked;

package io.tidings.codegen.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaWordsTest {

    @ParameterizedTest
    @CsvSource({
        "restaurantEvents, RestaurantEvents, restaurantEvents, RESTAURANT_EVENTS, restaurant-events",
        "Restaurant Service, RestaurantService, restaurantService, RESTAURANT_SERVICE, restaurant-service",
        "RESTAURANT_EVENTS, RestaurantEvents, restaurantEvents, RESTAURANT_EVENTS, restaurant-events",
        "orders.v1-created, OrdersV1Created, ordersV1Created, ORDERS_V1_CREATED, orders-v1-created",
        "orderURLChanged, OrderURLChanged, orderURLChanged, ORDER_URL_CHANGED, order-url-changed",
        "URLChanged, URLChanged, urlChanged, URL_CHANGED, url-changed",
        "3d prints, _3dPrints, _3dPrints, _3D_PRINTS, 3d-prints",
        "class, Class, class_, CLASS, class",
        "notify, Notify, notify_, NOTIFY, notify",
        "Zürich Élan, ZurichElan, zurichElan, ZURICH_ELAN, zurich-elan",
        "中, U4e2d, u4e2d, U4E2D, u4e2d",
        "!!!, Unnamed, unnamed, UNNAMED, unnamed",
    })
    void writesNamesAsJavaDoes(String name, String pascal, String camel, String constant, String kebab) {
        JavaWords words = JavaWords.of(name);

        assertThat(words.pascal()).isEqualTo(pascal);
        assertThat(words.camel()).isEqualTo(camel);
        assertThat(words.constant()).isEqualTo(constant);
        assertThat(words.kebab()).isEqualTo(kebab);
    }

    @ParameterizedTest
    @CsvSource({"plain name, false", "3d, true", "Zürich, true", "!!!, true"})
    void knowsWhatHadToBeAdapted(String name, boolean adapts) {
        assertThat(JavaWords.adapts(name)).isEqualTo(adapts);
    }
}

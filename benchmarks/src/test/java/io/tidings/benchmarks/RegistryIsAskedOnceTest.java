package io.tidings.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.Order;
import io.tidings.messaging.serde.AvroDeserializer;
import io.tidings.messaging.serde.AvroSerializer;
import io.tidings.registry.InMemorySchemaRegistry;
import io.tidings.registry.SchemaRegistry;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What the figures rest on: a serializer asks for each schema, and not for each record. */
class RegistryIsAskedOnceTest {

    private final AtomicInteger calls = new AtomicInteger();
    private final SchemaRegistry registry = counting(new InMemorySchemaRegistry());

    @Test
    void forAThousandRecordsEachWay() {
        try (AvroSerializer<Order> serializer = new AvroSerializer<>(registry);
                AvroDeserializer<Order> deserializer = new AvroDeserializer<>(registry)) {
            serializer.configure(Map.of(), false);
            deserializer.configure(Map.of("specific.avro.reader", true), false);

            for (int i = 0; i < 1_000; i++) {
                Order order = MediumOrder.make(i);
                assertThat(deserializer.deserialize("orders", serializer.serialize("orders", order)))
                        .isEqualTo(order);
            }
        }

        assertThat(calls).as("calls to write, and to read").hasValue(2);
    }

    private SchemaRegistry counting(SchemaRegistry counted) {
        return (SchemaRegistry) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {SchemaRegistry.class}, (proxy, method, arguments) -> {
                    if (method.isDefault()) {
                        // What it stands for is counted.
                        return InvocationHandler.invokeDefault(proxy, method, arguments);
                    }
                    if (method.getParameterCount() > 0) {
                        calls.incrementAndGet();
                    }
                    try {
                        return method.invoke(counted, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}

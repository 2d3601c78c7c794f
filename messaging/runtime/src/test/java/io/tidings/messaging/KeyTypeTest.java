package io.tidings.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.BooleanSerializer;
import org.apache.kafka.common.serialization.DoubleSerializer;
import org.apache.kafka.common.serialization.FloatSerializer;
import org.apache.kafka.common.serialization.IntegerSerializer;
import org.apache.kafka.common.serialization.LongSerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.serialization.UUIDSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class KeyTypeTest {

    static Stream<Arguments> keys() {
        return Stream.of(
                Arguments.of(KeyType.STRING, new StringSerializer(), List.of("", "größe 𝄞")),
                Arguments.of(KeyType.LONG, new LongSerializer(), List.of(0L, -1L, Long.MIN_VALUE)),
                Arguments.of(KeyType.INTEGER, new IntegerSerializer(), List.of(0, -1, Integer.MAX_VALUE)),
                Arguments.of(KeyType.FLOAT, new FloatSerializer(), List.of(0f, -0.1f, Float.MAX_VALUE)),
                Arguments.of(KeyType.DOUBLE, new DoubleSerializer(), List.of(0d, -0.1, Double.MIN_VALUE)),
                Arguments.of(KeyType.BOOLEAN, new BooleanSerializer(), List.of(true, false)),
                Arguments.of(KeyType.UUID, new UUIDSerializer(), List.of(new UUID(1, -1))));
    }

    @ParameterizedTest
    @MethodSource("keys")
    <K> void travelAsKafkasOwnSerializersWriteThem(KeyType<K> type, Serializer<K> kafka, List<K> keys) {
        for (K key : keys) {
            byte[] bytes = type.encode(key);

            assertThat(bytes).isEqualTo(kafka.serialize("t", key));
            assertThat(type.decode(bytes)).isEqualTo(key);
            assertThat(type.accepts(key)).isTrue();
        }
        assertThat(type.encode(null)).isNull();
        assertThat(type.decode(null)).isNull();
        assertThat(type.accepts(new Object())).isFalse();
    }

    @Test
    void refuseWhatIsNotSuchAKey() {
        for (KeyType<?> type : List.of(KeyType.LONG, KeyType.INTEGER, KeyType.FLOAT, KeyType.DOUBLE, KeyType.BOOLEAN)) {
            assertThatExceptionOfType(PoisonMessageException.class)
                    .as("%s", type)
                    .isThrownBy(() -> type.decode(new byte[] {1, 2, 3}))
                    .withMessageContaining("type " + type + " has")
                    .withMessageContaining("not 3");
        }
        assertThatExceptionOfType(PoisonMessageException.class)
                .isThrownBy(() -> KeyType.BOOLEAN.decode(new byte[] {2}))
                .withMessage("A key of type boolean is the byte 0 or 1, not 2");
        assertThatExceptionOfType(PoisonMessageException.class).isThrownBy(() -> KeyType.UUID.decode(new byte[] {'x'}));
    }
}

package io.tidings.codegen.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;

class LeastTest {

    /** Step by step, one of sixty levels would not end. */
    @Test
    void countsRecordsThatStandInEachOtherTwice() {
        Schema record = SchemaBuilder.record("N0").fields().requiredInt("n").endRecord();
        for (int level = 1; level <= 60; level++) {
            record = SchemaBuilder.record("N" + level)
                    .fields()
                    .name("x")
                    .type(record)
                    .noDefault()
                    .name("y")
                    .type(record)
                    .noDefault()
                    .endRecord();
            if (level == 3) {
                assertThat(LeastBytes.of(record)).isEqualTo(8);
                assertThat(LeastMemory.of(record)).isEqualTo((15 * 16 + 14 * 8 + 8 * 8 + 63) / 64);
            }
        }
        assertThat(LeastBytes.of(record)).isEqualTo(1 << 16);
        assertThat(LeastMemory.of(record)).isEqualTo(1 << 16);
    }
}

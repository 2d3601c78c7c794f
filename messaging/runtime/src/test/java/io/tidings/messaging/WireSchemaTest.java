package io.tidings.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class WireSchemaTest {

    private static final String HOLDER = """
            {"type": "record", "name": "Holder", "namespace": "%s", "fields": [{"name": "held", "type": [%s]}]}""";
    private static final String CAT = "{\"type\": \"record\", \"name\": \"Cat\", \"fields\": []}";
    private static final String DOG = "{\"type\": \"record\", \"name\": \"Dog\", \"fields\": []}";

    @Test
    void aClassMayBeCalledOtherwise() {
        Schema wire = holder("org.x", CAT + "," + DOG);

        assertThat(WireSchema.asRead(wire, wire, holder("com.acme", CAT + "," + DOG)))
                .isEqualTo(holder("com.acme", CAT + "," + DOG));
    }

    @Test
    void noTypeIsTakenForAnotherWhereAClassHasThemInAnotherOrder() {
        Schema wire = holder("org.x", CAT + "," + DOG);

        assertThat(WireSchema.asRead(wire, wire, holder("org.x", DOG + "," + CAT)))
                .isEqualTo(wire);
        assertThat(WireSchema.asRead(wire, wire, holder("org.x", "\"null\"," + CAT)))
                .isEqualTo(wire);
    }

    @Test
    void aClassMayHoldNullWhereTheWireHasNone() {
        Schema wire = bare("org.x", CAT);
        Schema held = holder("com.acme", "\"null\"," + CAT);

        assertThat(WireSchema.asRead(wire, wire, held).getField("held").schema().getFullName())
                .isEqualTo("com.acme.Cat");
        assertThat(WireSchema.asWritten(held, wire)).isEqualTo(holder("org.x", "\"null\"," + CAT));
        assertThat(WireSchema.asWritten(bare("com.acme", CAT), holder("org.x", "\"null\"," + CAT)))
                .isEqualTo(wire);
    }

    private static Schema bare(String namespace, String type) {
        return new Schema.Parser().parse(HOLDER.formatted(namespace, type).replace("[" + type + "]", type));
    }

    private static Schema holder(String namespace, String branches) {
        return new Schema.Parser().parse(HOLDER.formatted(namespace, branches));
    }
}

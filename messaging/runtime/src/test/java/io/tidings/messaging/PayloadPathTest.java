package io.tidings.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.avro.util.Utf8;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PayloadPathTest {

    private static final Schema SCHEMA = new Schema.Parser()
            .parse("{\"type\":\"record\",\"name\":\"Asked\",\"namespace\":\"io.tidings.messaging\",\"fields\":["
                    + "{\"name\":\"utf8\",\"type\":[\"null\",\"string\"]},"
                    + "{\"name\":\"string\",\"type\":{\"type\":\"string\",\"avro.java.string\":\"String\"}}]}");

    /** As builds make it that say {@code Utf8}, but for the second field. */
    static final class Asked extends SpecificRecordBase {
        private static final long serialVersionUID = 1;

        private @Nullable Utf8 utf8;
        private @Nullable String string;

        @Override
        public Schema getSchema() {
            return SCHEMA;
        }

        @Override
        public @Nullable Object get(int field) {
            return field == 0 ? utf8 : string;
        }

        @Override
        public void put(int field, @Nullable Object value) {
            if (field == 0) {
                utf8 = (Utf8) value;
            } else {
                string = (String) value;
            }
        }
    }

    @Test
    void textIsOfTheClassThatTheFieldTakes() {
        Asked asked = new Asked();

        assertThat(((Asked) PayloadPath.write(asked, List.of("utf8"), "r1")).get(0))
                .isEqualTo(new Utf8("r1"));
        assertThat(((Asked) PayloadPath.write(asked, List.of("string"), "r2")).get(1))
                .isEqualTo("r2");
        assertThat(asked.get(0)).as("the original").isNull();
    }

    @Test
    void aGenericRecordHasText() {
        GenericData.Record asked = new GenericData.Record(SCHEMA);

        assertThat(((GenericData.Record) PayloadPath.write(asked, List.of("utf8"), "r1")).get("utf8"))
                .isEqualTo("r1");
    }
}

package io.tidings.codegen.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParser;
import org.apache.avro.generic.GenericData.StringType;
import org.junit.jupiter.api.Test;

class PayloadPathTest {

    private final Schema record = new SchemaParser().parse("""
            {"type": "record", "name": "Order", "namespace": "org.x", "fields": [
              {"name": "id", "type": {"type": "string", "logicalType": "uuid"}},
              {"name": "class", "type": "string"},
              {"name": "place", "type": {"type": "record", "name": "Place", "fields": [
                {"name": "zone", "type": {"type": "enum", "name": "Zone", "symbols": ["NORTH"]}},
                {"name": "street", "type": ["null", "string"]}]}},
              {"name": "due", "type": {"type": "int", "logicalType": "date"}},
              {"name": "tags", "type": {"type": "array", "items": "string"}}]}
            """).mainSchema();

    @Test
    void leadsToWhatEachInstanceHas() {
        assertThat(path("/place/zone"))
                .contains(new PayloadPath(List.of("getPlace", "getZone"), false, false, List.of()));
        assertThat(path("/class")).contains(new PayloadPath(List.of("getClass$"), false, true, List.of()));
        assertThat(path("/id")).contains(new PayloadPath(List.of("getId"), false, false, List.of()));
    }

    @Test
    void goesByTheAccessorsThatRecordsHave() {
        RecordSettings optional = RecordSettings.DEFAULT.withAccessors(new Accessors(false, true, false, true, false));
        assertThat(PayloadPath.of("$message.payload#/class", record, optional, schema -> false))
                .contains(new PayloadPath(List.of("getClass$"), true, true, List.of()));
        RecordSettings whereNull = RecordSettings.DEFAULT.withAccessors(new Accessors(false, true, false, true, true));
        assertThat(PayloadPath.of("$message.payload#/class", record, whereNull, schema -> false))
                .contains(new PayloadPath(List.of("getClass$"), false, true, List.of()));
        assertThat(PayloadPath.of(
                        "$message.payload#/class",
                        record,
                        RecordSettings.DEFAULT.withStringType(StringType.Utf8),
                        schema -> false))
                .contains(new PayloadPath(List.of("getClass$"), false, false, List.of()));
    }

    @Test
    void goesByTheNamesOfFieldsWhereNobodyKnowsTheMethods() {
        assertThat(PayloadPath.of(
                        "$message.payload#/place/zone",
                        record,
                        RecordSettings.DEFAULT,
                        schema -> schema.getName().equals("Place")))
                .hasValueSatisfying(path -> assertThat(path.fields()).containsExactly("place", "zone"));
    }

    @Test
    void leadsNowhereElse() {
        assertThat(path("/place/street")).isEmpty();
        assertThat(path("/place")).isEmpty();
        assertThat(path("/due")).isEmpty();
        assertThat(path("/tags/0")).isEmpty();
        assertThat(path("/nothing")).isEmpty();
        assertThat(path("")).isEmpty();
        assertThat(PayloadPath.of("$message.header#/id", record, RecordSettings.DEFAULT, schema -> false))
                .isEmpty();
    }

    private java.util.Optional<PayloadPath> path(String pointer) {
        return PayloadPath.of("$message.payload#" + pointer, record, RecordSettings.DEFAULT, schema -> false);
    }
}

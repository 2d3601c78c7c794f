package io.tidings.compat.avro;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** What Avro's own checkers get wrong: recursion, unions, aliases, meaning. */
class RecursionTest {

    /** A checker that keeps its assumption about Node, made while it was still looking, says yes here. */
    @Test
    void an_assumption_that_failed_is_not_kept() {
        String node = """
                {"type":"record","name":"Node","fields":[
                  {"name":"next","type":["null","Node"]},
                  {"name":"value","type":"%s"}]}""";
        ReadVerdict verdict = judge(node.formatted("int"), node.formatted("string"));

        assertThat(verdict.resolves()).isFalse();
        assertThat(verdict.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(ReadRule.TYPE);
            assertThat(finding.path()).isEqualTo("$.value");
        });
    }

    @Test
    void two_records_that_contain_each_other() {
        String pair = """
                {"type":"record","name":"A","fields":[
                  {"name":"b","type":["null",{"type":"record","name":"B","fields":[
                    {"name":"a","type":["null","A"]},
                    {"name":"x","type":"%s"}]}]}]}""";
        assertThat(judge(pair.formatted("long"), pair.formatted("int")).compatible())
                .isTrue();
        assertThat(judge(pair.formatted("int"), pair.formatted("long")).resolves())
                .isFalse();
    }

    @Test
    void a_tower_of_types_does_not_overflow_the_stack() {
        Schema reader = Schema.create(Schema.Type.INT);
        Schema writer = Schema.create(Schema.Type.STRING);
        for (int i = 0; i < 2_000; i++) {
            reader = Schema.createArray(reader);
            writer = Schema.createArray(writer);
        }

        assertThat(AvroReader.judge(reader, writer).resolves()).isFalse();
    }

    @Test
    void another_unit_is_another_meaning() {
        ReadVerdict verdict = judge(
                "{\"type\":\"long\",\"logicalType\":\"timestamp-micros\"}",
                "{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"}");

        assertThat(verdict.resolves()).isTrue();
        assertThat(verdict.compatible()).isFalse();
    }

    @Test
    void only_the_default_of_the_enum_helps_an_old_reader() {
        String field = """
                {"type":"record","name":"R","fields":[{"name":"e","default":"A","type":
                  {"type":"enum","name":"E","symbols":[%s]%s}}]}""";
        String writer = field.formatted("\"A\",\"B\"", "");

        assertThat(judge(field.formatted("\"A\"", ""), writer).resolves()).isFalse();
        ReadVerdict withDefault = judge(field.formatted("\"A\"", ",\"default\":\"A\""), writer);
        assertThat(withDefault.compatible()).isTrue();
        assertThat(withDefault.findings()).extracting(ReadFinding::rule).containsExactly(ReadRule.ENUM_DEFAULT);
    }

    @Test
    void paths_lead_through_arrays_maps_and_unions() {
        String order = """
                {"type":"record","name":"Order","fields":[{"name":"lines","type":{"type":"array","items":
                  {"type":"map","values":["null",{"type":"record","name":"Line","fields":[
                    {"name":"price","type":"%s"}]}]}}}]}""";
        assertThat(judge(order.formatted("int"), order.formatted("string")).findings())
                .extracting(ReadFinding::path)
                .containsExactly("$.lines[]{}<Line>.price");
    }

    @Test
    void java_finds_an_enum_in_a_union_by_its_full_name() {
        String e = "{\"type\":\"enum\",\"name\":\"E\",\"namespace\":\"%s\",\"symbols\":[\"A\"]}";
        ReadVerdict verdict = judge("[\"null\"," + e.formatted("later") + "]", e.formatted("earlier"));

        assertThat(verdict.resolves()).isTrue();
        assertThat(verdict.compatible()).isFalse();
    }

    private static ReadVerdict judge(String reader, String writer) {
        return AvroReader.judge(new Schema.Parser().parse(reader), new Schema.Parser().parse(writer));
    }
}

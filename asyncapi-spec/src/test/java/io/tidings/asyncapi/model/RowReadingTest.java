package io.tidings.asyncapi.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class RowReadingTest {

    private static final String SIZE = "{'type': 'enum', 'name': 'Size', 'symbols': ['S', 'M']}";

    @Test
    void whatHasADefaultNeedNotBeWritten() {
        assertThat(reads("{'name': 'a', 'type': 'long', 'default': 0}", "{'name': 'b', 'type': 'string'}"))
                .isTrue();
        assertThat(reads("{'name': 'a', 'type': 'long'}", "{'name': 'b', 'type': 'string'}"))
                .isFalse();
        assertThat(reads("{'name': 'a', 'type': 'long'}", "{'name': 'a', 'type': 'int'}"))
                .isTrue();
        assertThat(reads("{'name': 'a', 'type': 'int'}", "{'name': 'a', 'type': 'long'}"))
                .isFalse();
    }

    @Test
    void aFieldMayHaveGotAnotherName() {
        assertThat(reads("{'name': 'a', 'type': 'long', 'aliases': ['b']}", "{'name': 'b', 'type': 'long'}"))
                .isTrue();
    }

    @Test
    void everyValueCounts() {
        assertThat(reads("{'name': 'a', 'type': 'long'}", "{'name': 'a', 'type': ['null', 'long']}"))
                .isFalse();
        assertThat(reads(field("{'type': 'enum', 'name': 'Size', 'symbols': ['M']}"), field(SIZE)))
                .isFalse();
        assertThat(reads(field("{'type': 'enum', 'name': 'Size', 'symbols': ['M'], 'default': 'M'}"), field(SIZE)))
                .isTrue();
    }

    /** The decoder looks for a branch by its full name, whatever a compatibility check says. */
    @Test
    void anEnumOfAnotherNamespaceIsNoBranchOfAUnion() {
        String other = "['null', {'type': 'enum', 'name': 'Size', 'namespace': 'v2', 'symbols': ['S', 'M']%s}]";
        assertThat(reads(field(String.format(other, "")), field(SIZE))).isFalse();
        assertThat(reads(field(String.format(other, ", 'aliases': ['v1.Size']")), field(SIZE)))
                .isTrue();
    }

    @Test
    void recordsMayHoldThemselves() {
        String tree = "{'name': 'next', 'type': ['null', 'Row'], 'default': null}";
        assertThat(reads(tree + ", {'name': 'a', 'type': 'long'}", tree + ", {'name': 'a', 'type': 'int'}"))
                .isTrue();
        assertThat(reads(tree + ", {'name': 'a', 'type': 'long'}", tree)).isFalse();
    }

    private static String field(String type) {
        return "{'name': 'a', 'type': " + type + "}";
    }

    private static boolean reads(String readerFields, String writerFields) {
        return RowReading.reads(record(readerFields), record(writerFields));
    }

    private static Schema record(String fields) {
        String text = "{'type': 'record', 'name': 'Row', 'namespace': 'v1', 'fields': [" + fields + "]}";
        return new Schema.Parser().parse(text.replace('\'', '"'));
    }
}

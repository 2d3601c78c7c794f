package io.tidings.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tidings.messaging.avro.DatumInput;
import io.tidings.messaging.avro.DatumOutput;
import io.tidings.messaging.avro.MalformedDatumException;
import io.tidings.messaging.avro.RecordCodec;
import io.tidings.messaging.avro.TooDeepException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.IndexedRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records that are large or deep, and inputs that promise more than they hold. */
class CodecLimitsTest {

    /** HotSpot leaves longer methods to the interpreter (-XX:HugeMethodLimit). */
    private static final int COMPILED_BY_HOTSPOT = 8000;

    private static final int DEPTH = 1000;

    private static final Schema WIDE = wide();
    private static final Schema MANY_BRANCHES = manyBranches();
    private static final Schema ENUMS = enums();
    private static final Schema DEEP = parse("""
            {"type":"record","name":"Deep","namespace":"limits","fields":[
              {"name":"next","type":["null","Deep"]}, {"name":"more","type":{"type":"array","items":"Deep"}}]}""");
    private static final Schema HOLLOW = parse("""
            {"type":"record","name":"Hollow","namespace":"limits","fields":[
              {"name":"nulls","type":{"type":"array","items":"null"}},
              {"name":"empties","type":{"type":"array","items":{"type":"record","name":"Empty","fields":[]}}},
              {"name":"kind","type":{"type":"enum","name":"Kind","symbols":["A","B"]}},
              {"name":"any","type":["null","string","int"]},
              {"name":"count","type":"int"}, {"name":"total","type":"long"}]}""");

    /** Each item costs a kilobyte, and none of the input's bytes. */
    private static final Schema BLANKS =
            parse("{\"type\":\"record\",\"name\":\"Blanks\",\"namespace\":\"limits\",\"fields\":["
                    + "{\"name\":\"blanks\",\"type\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"Blank\",\"fields\":["
                    + IntStream.range(0, 126)
                            .mapToObj(i -> "{\"name\":\"n" + i + "\",\"type\":\"null\"}")
                            .collect(Collectors.joining(","))
                    + "]}}}]}");

    @TempDir
    static Path folder;

    private static CodecWorkshop workshop;

    @BeforeAll
    static void generate() throws IOException {
        workshop = CodecWorkshop.compile(List.of(WIDE, MANY_BRANCHES, ENUMS, DEEP, HOLLOW, BLANKS), folder);
    }

    private static Schema parse(String json) {
        return new Schema.Parser().parse(json);
    }

    private static Schema wide() {
        SchemaBuilder.FieldAssembler<Schema> fields =
                SchemaBuilder.record("Wide").namespace("limits").fields();
        for (int i = 0; i < 125; i++) {
            fields.optionalString("text" + i).requiredLong("number" + i).optionalInt("count" + i);
            fields.name("list" + i)
                    .type()
                    .array()
                    .items()
                    .nullable()
                    .doubleType()
                    .noDefault();
        }
        return fields.endRecord();
    }

    private static Schema manyBranches() {
        List<Schema> branches = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            branches.add(Schema.createFixed("Fix" + i, null, "limits", i % 3));
        }
        Schema schema = Schema.createRecord("ManyBranches", null, "limits", false);
        schema.setFields(List.of(new Schema.Field("any", Schema.createUnion(branches))));
        return schema;
    }

    /** A hundred enums, one of them of a thousand symbols, as fields, optional, listed, and as one union. */
    private static Schema enums() {
        List<Schema> branches = new ArrayList<>();
        List<Schema.Field> fields = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            List<String> symbols = IntStream.range(0, i == 0 ? 1000 : 1 + i % 3)
                    .mapToObj(symbol -> "S" + symbol)
                    .toList();
            Schema one = Schema.createEnum("Enum" + i, null, "limits", symbols);
            branches.add(one);
            fields.add(new Schema.Field("one" + i, one));
            fields.add(new Schema.Field("maybe" + i, Schema.createUnion(Schema.create(Schema.Type.NULL), one)));
            fields.add(new Schema.Field("all" + i, Schema.createArray(one)));
        }
        fields.add(new Schema.Field("any", Schema.createUnion(branches)));
        return Schema.createRecord("Enums", null, "limits", false, fields);
    }

    @Test
    void methodsAreShortEnoughToBeCompiled() {
        for (Schema schema : List.of(WIDE, MANY_BRANCHES, ENUMS)) {
            assertThat(longestMethod(workshop.codec(schema).getClass()))
                    .as(schema.getName())
                    .isBetween(1, COMPILED_BY_HOTSPOT);
        }
    }

    @Test
    void wideRecordsAgreeWithAvro() throws IOException {
        CodecEqualityTest.agrees(workshop, WIDE, 1);
        CodecEqualityTest.agrees(workshop, MANY_BRANCHES, 1);
        CodecEqualityTest.agrees(workshop, ENUMS, 1);
    }

    /** The last bytecode index of any method, from the JDK's own disassembler. */
    private static int longestMethod(Class<?> type) {
        StringWriter text = new StringWriter();
        ToolProvider.findFirst("javap")
                .orElseThrow()
                .run(
                        new PrintWriter(text),
                        new PrintWriter(text),
                        "-c",
                        "-p",
                        "-cp",
                        workshop.classes().toString(),
                        type.getName());
        int longest = 0;
        Matcher instructions =
                Pattern.compile("^ +(\\d+): [a-z]", Pattern.MULTILINE).matcher(text.toString());
        while (instructions.find()) {
            longest = Math.max(longest, Integer.parseInt(instructions.group(1)));
        }
        return longest;
    }

    @Test
    void readsAndWritesUpToTheDepthThatItStates() throws IOException {
        byte[] deepest = deep(DEPTH);

        IndexedRecord record = (IndexedRecord) codec(DEEP).read(new DatumInput(deepest, 0));
        DatumOutput out = new DatumOutput();
        out.reset(0);
        codec(DEEP).write(record, out);

        assertThat(out.toByteArray()).isEqualTo(deepest);
    }

    @Test
    void refusesToReadWhatIsDeeper() {
        for (int depth : new int[] {DEPTH + 1, 100_000, 5_000_000}) {
            refuses(DEEP, deep(depth), "nested more than 1000 deep");
        }
        byte[] arrays = new byte[1_000_000];
        for (int i = 0; i + 1 < arrays.length; i += 2) {
            arrays[i + 1] = 2; // no next, and one more within
        }
        refuses(DEEP, arrays, "nested more than 1000 deep");
    }

    @Test
    void refusesToWriteWhatCouldNotBeRead() {
        IndexedRecord record = (IndexedRecord) codec(DEEP).read(new DatumInput(deep(1), 0));
        record.put(0, record);

        assertThatExceptionOfType(TooDeepException.class)
                .isThrownBy(() -> codec(DEEP).write(record, new DatumOutput()));
    }

    private static byte[] deep(int records) {
        byte[] bytes = new byte[2 * records];
        Arrays.fill(bytes, 0, records - 1, (byte) 2);
        return bytes;
    }

    @Test
    void refusesMillionsOfItemsThatTakeNoBytes() {
        refuses(HOLLOW, bytes(Integer.MAX_VALUE), "more items");
        refuses(HOLLOW, bytes(1L << 40), "more items");
        refuses(HOLLOW, bytes(0, 1_000_000), "more items");
        refuses(HOLLOW, bytes(60_000, 60_000), "more items");
        refuses(HOLLOW, bytes(Long.MIN_VALUE, 0), "more items");
        refuses(HOLLOW, bytes(-5, -1), "negative");
        refuses(HOLLOW, bytes(-5, 1000), "ends early");
    }

    @Test
    void refusesThousandsOfLargeItemsThatTakeNoBytes() {
        refuses(BLANKS, bytes(4_100), "more items");

        IndexedRecord record = (IndexedRecord) codec(BLANKS).read(new DatumInput(bytes(4_000, 0), 0));

        assertThat((List<?>) record.get(0)).hasSize(4_000);
    }

    @Test
    void readsSomeItemsThatTakeNoBytes() {
        byte[] bytes = bytes(1000, 0, -7, 0, 0, 1, 0, 3, 4);

        IndexedRecord record = (IndexedRecord) codec(HOLLOW).read(new DatumInput(bytes, 0));

        assertThat((List<?>) record.get(0)).hasSize(1000).containsOnlyNulls();
        assertThat((List<?>) record.get(1)).hasSize(7);
    }

    @Test
    void refusesWhatIsNoBranchNoSymbolAndNoNumber() {
        refuses(HOLLOW, bytes(0, 0, 2), "no symbol 2");
        refuses(HOLLOW, bytes(0, 0, -1), "no symbol -1");
        refuses(HOLLOW, bytes(0, 0, 0, 3), "no branch 3");
        refuses(HOLLOW, bytes(0, 0, 0, -1), "no branch -1");
        refuses(HOLLOW, bytes(0, 0, 0, 1, 1L << 33), "ends early");
        refuses(HOLLOW, bytes(0, 0, 0, 1, -3), "negative");
        refuses(HOLLOW, bytes(0, 0, 0, 0, 1L << 31), "not an int");
        byte[] endless = Arrays.copyOf(bytes(0, 0, 0, 0), 100);
        Arrays.fill(endless, 4, 100, (byte) -1);
        refuses(HOLLOW, endless, "more than five bytes");
        endless[4] = 0;
        refuses(HOLLOW, endless, "more than ten bytes");
        refuses(HOLLOW, new byte[0], "ends early");
    }

    private static byte[] bytes(long... numbers) {
        DatumOutput out = new DatumOutput();
        out.reset(0);
        for (long number : numbers) {
            out.writeLong(number);
        }
        return out.toByteArray();
    }

    private static RecordCodec<Object> codec(Schema schema) {
        return workshop.codec(schema);
    }

    private static void refuses(Schema schema, byte[] bytes, String why) {
        assertThatExceptionOfType(MalformedDatumException.class)
                .isThrownBy(() -> codec(schema).read(new DatumInput(bytes, 0)))
                .withMessageContaining(why);
    }
}

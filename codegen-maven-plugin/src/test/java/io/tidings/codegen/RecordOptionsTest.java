package io.tidings.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.codegen.plan.Accessors;
import io.tidings.codegen.plan.RecordSettings;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData.StringType;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records whose fields are reached otherwise still are what Avro and codecs need. */
class RecordOptionsTest {

    private static final Schema PAIR = new Schema.Parser()
            .parse("{\"type\":\"record\",\"name\":\"Pair\",\"namespace\":\"options\",\"fields\":["
                    + "{\"name\":\"one\",\"type\":\"int\"},{\"name\":\"two\",\"type\":[\"null\",\"string\"]}]}");

    @TempDir
    Path folder;

    @Test
    void fieldsMayBePublicAndSettersMissing() throws Exception {
        Class<?> type = pair(new Accessors(true, false, true, false, false));

        assertThat(Modifier.isPublic(type.getDeclaredField("one").getModifiers()))
                .isTrue();
        assertThat(methods(type)).contains("int getOne", "java.util.Optional getOptionalTwo");
        assertThat(methods(type)).noneMatch(method -> method.contains(" set"));
    }

    @Test
    void gettersMayGiveOptionals() throws IOException {
        assertThat(methods(pair(new Accessors(false, true, false, true, true))))
                .contains("int getOne", "java.util.Optional getTwo", "void setOne");
        assertThat(methods(pair(new Accessors(false, true, false, true, false))))
                .contains("java.util.Optional getOne", "java.util.Optional getTwo");
    }

    @Test
    void codecsNeedNoAccessors() throws IOException {
        List<Schema> schemas =
                LongStream.range(0, 8).mapToObj(RandomSchemas::record).toList();
        CodecWorkshop workshop = CodecWorkshop.compile(
                schemas, folder, RecordSettings.DEFAULT.withAccessors(new Accessors(false, false, false, true, false)));
        for (Schema schema : schemas) {
            CodecEqualityTest.agrees(workshop, schema, 4);
        }
    }

    /** Registries give out schemas that note what text was for whoever registered them. */
    @ParameterizedTest
    @CsvSource({
        "String, Utf8",
        "String, CharSequence",
        "CharSequence, String",
        "CharSequence, Utf8",
        "Utf8, String",
        "Utf8, Utf8"
    })
    void whatASchemaNotesOfTextDoesNotBindTheBuild(String noted, StringType stringType) throws IOException {
        Schema schema = new Schema.Parser().parse("""
                {"type":"record","name":"Noted","namespace":"options.n%s%s","fields":[
                  {"name":"text","type":{"type":"string","avro.java.string":"%1$s"}},
                  {"name":"maybe","type":["null",{"type":"string","avro.java.string":"%1$s"}]},
                  {"name":"many","type":{"type":"array","items":{"type":"string","avro.java.string":"%1$s"}}},
                  {"name":"named","type":{"type":"map","values":"string","avro.java.string":"%1$s"}}]}""".formatted(noted, stringType));
        Class<?> type = CodecWorkshop.compile(
                        List.of(schema),
                        folder.resolve(noted + stringType),
                        RecordSettings.DEFAULT.withStringType(stringType))
                .type(schema);
        AvroItself avro = new AvroItself(type, SpecificData.get().getSchema(type));
        byte[] bytes = AvroItself.generic(schema, new RandomDatums(7).datum(schema));

        Object read = avro.read(bytes);

        assertThat(methods(type))
                .contains(
                        switch (stringType) {
                            case String -> "java.lang.String getText";
                            case Utf8 -> "org.apache.avro.util.Utf8 getText";
                            case CharSequence -> "java.lang.CharSequence getText";
                        });
        assertThat(avro.write(read)).isEqualTo(bytes);
    }

    /** What uses records goes by their accessors, and by no class of text. */
    @TestFactory
    Stream<DynamicTest> clientsAndContractsUseWhateverThereIs() {
        RecordSettings unusual = RecordSettings.DEFAULT
                .withAccessors(new Accessors(true, false, true, true, false))
                .withStringType(StringType.Utf8)
                .withPackages(Map.of("", "moved"));
        return Case.all().stream()
                .filter(test -> List.of("gather", "parameters", "replica").contains(test.name()))
                .map(test -> DynamicTest.dynamicTest(
                        test.name(),
                        () -> Compilation.strict(
                                test.with(unusual).sourcesAndContracts(), folder.resolve(test.name()))));
    }

    private Class<?> pair(Accessors accessors) throws IOException {
        return CodecWorkshop.compile(
                        List.of(PAIR),
                        folder.resolve(String.valueOf(accessors.hashCode())),
                        RecordSettings.DEFAULT.withAccessors(accessors))
                .type(PAIR);
    }

    private static List<String> methods(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .map((Method method) -> method.getReturnType().getName() + " " + method.getName())
                .toList();
    }
}

package io.tidings.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.codegen.plan.Accessors;
import io.tidings.codegen.plan.RecordSettings;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builders whose stages make the compiler ask for what a record cannot do without. */
class StagedBuildersTest {

    private static final String ORDER = """
            {"type":"record","name":"Order","namespace":"staged","fields":[
              {"name":"id","type":"string"},
              {"name":"note","type":["null","string"]},
              %s
              {"name":"builder","type":["null","Order"],"default":null},
              {"name":"wait","type":"long"},
              {"name":"equals","type":["int","string"]},
              {"name":"parts","type":{"type":"array","items":"Order"},"default":[]}]}""";
    private static final String USE =
            "staged.Order.builder().id(\"1\").wait$(2).equals$(staged.OrderEqualsChoice.of(3))%s.build();";

    @TempDir
    Path folder;

    private CodecWorkshop order(String more) throws IOException {
        return CodecWorkshop.compile(
                List.of(new Schema.Parser().parse(ORDER.formatted(more))),
                folder.resolve(String.valueOf(more.hashCode())));
    }

    @Test
    void codeThatLeavesOutWhatIsRequiredDoesNotCompile() throws IOException {
        CodecWorkshop workshop = order("");

        assertThat(workshop.remarksOn(USE.formatted(""))).isEmpty();
        assertThat(workshop.remarksOn(USE.formatted(".note(\"n\").note(null)"))).isEmpty();
        assertThat(workshop.remarksOn(
                        "staged.Order.builder().id(\"1\").equals$(staged.OrderEqualsChoice.of(3)).build();"))
                .contains("cannot find symbol", "equals$", "NeedsWait");
        assertThat(workshop.remarksOn("staged.Order.builder().id(\"1\").wait$(2).build();"))
                .contains("build()", "NeedsEquals");
    }

    @Test
    void aNewRequiredFieldBreaksCodeThatDoesNotSetIt() throws IOException {
        assertThat(order("{\"name\":\"added\",\"type\":\"int\"},").remarksOn(USE.formatted("")))
                .contains("wait$", "NeedsAdded");
        assertThat(order("{\"name\":\"added\",\"type\":\"int\",\"default\":1},").remarksOn(USE.formatted("")))
                .isEmpty();
    }

    @Test
    void nullIsRefusedByNameWhereItCannotBe() throws Exception {
        Method id = order("").type("staged.OrderStages$NeedsId").getMethod("id", String.class);
        Object stages = order("").type("staged.Order").getMethod("builder").invoke(null);
        Method here = Arrays.stream(stages.getClass().getInterfaces())
                .filter(stage -> stage.getSimpleName().equals("NeedsId"))
                .findFirst()
                .orElseThrow()
                .getMethod("id", String.class);

        assertThat(id.getReturnType().getSimpleName()).isEqualTo("NeedsWait");
        assertThatThrownBy(() -> here.invoke(stages, (Object) null))
                .isInstanceOf(InvocationTargetException.class)
                .cause()
                .isInstanceOf(NullPointerException.class)
                .hasMessage("id");
    }

    @Test
    void recordsMayHaveVeryManyFields() throws IOException {
        List<Integer> numbers = IntStream.range(0, 300).boxed().toList();
        String fields = numbers.stream()
                .map(i -> "{\"name\":\"" + "longNamed".repeat(i % 20) + "_F" + i + "\",\"type\":\"int\"}")
                .collect(Collectors.joining(","));
        Schema wide = new Schema.Parser()
                .parse("{\"type\":\"record\",\"name\":\"Wide\",\"namespace\":\"staged\",\"fields\":[" + fields + "]}");

        assertThat(CodecWorkshop.compile(List.of(wide), folder.resolve("wide"))
                        .type("staged.WideStages")
                        .getDeclaredClasses())
                .hasSize(302);
    }

    @Test
    void namesOfStagesGiveWayToTypesOfTheDocument() throws IOException {
        Schema order = new Schema.Parser().parse("""
                {"type":"record","name":"A","namespace":"builder","fields":[
                  {"name":"AStages","type":{"type":"record","name":"AStages","fields":[]}},
                  {"name":"Complete","type":{"type":"record","name":"Complete","fields":[]}},
                  {"name":"needsX","type":{"type":"enum","name":"NeedsX","symbols":["X"]}},
                  {"name":"x","type":{"type":"fixed","name":"Steps","size":1}},
                  {"name":"X","type":"int"},
                  {"name":"value","type":{"type":"record","name":"other.value","fields":[{"name":"A","type":"int"}]}}]}""");
        CodecWorkshop workshop = CodecWorkshop.compile(List.of(order), folder);

        assertThat(workshop.remarksOn("builder.AStages.builder().build(); builder.AStages2.NeedsX any = null;"))
                .isEmpty();
    }

    @Test
    void theyNeedNoSettersAndMayBeLeftOut() throws IOException {
        Schema schema = new Schema.Parser().parse(ORDER.formatted(""));
        RecordSettings bare = RecordSettings.DEFAULT.withAccessors(new Accessors(false, false, false, true, false));
        assertThat(CodecWorkshop.compile(List.of(schema), folder.resolve("bare"), bare)
                        .remarksOn(USE.formatted("")))
                .isEmpty();
        assertThat(CodecWorkshop.compile(List.of(schema), folder.resolve("none"), bare.withStagedBuilders(false))
                        .remarksOn(USE.formatted("")))
                .contains("builder()");
    }
}

package io.tidings.codegen.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.codegen.build.UserProject.Build;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Builds of users' projects, with the Maven that runs this test; with {@code -Pinvoker} with older and newer ones, too. */
@ParameterizedClass
@MethodSource("mavens")
class UserProjectsIT {

    private static final String SOURCES = "target/generated-sources/tidings";

    @Parameter
    Path maven = Path.of("");

    static Stream<Path> mavens() {
        return Stream.of(System.getProperty("it.mavens", "").split(",")).map(Path::of);
    }

    @Test
    void aProjectFromItsFirstBuildToItsFirstMistake() throws Exception {
        UserProject project = UserProject.copyOf("bells", UserProject.hardName(), maven);

        Build first = project.build("compile").succeeded();
        assertThat(first.made()).singleElement().asString().contains(" 0 unchanged, 0 deleted");
        assertThat(project.file("target/classes/org/bells/app/Sexton.class")).exists();
        Map<String, FileTime> made = project.sources(SOURCES);
        Map<String, FileTime> compiled = project.sources("target/classes");

        Build second = project.build("compile").succeeded();
        assertThat(second.made()).singleElement().asString().contains(": up to date, in ");
        assertThat(project.sources(SOURCES)).isEqualTo(made);
        assertThat(project.sources("target/classes")).isEqualTo(compiled);

        project.replace("src/main/asyncapi/Beat.avsc", "\"loud\"", "\"soft\"");
        project.build("compile").succeeded();
        assertThat(changed(made, project.sources(SOURCES))).isNotEmpty().allMatch(source -> source.contains("Beat"));

        project.replace("src/main/asyncapi/asyncapi.yaml", "(?m)^  (gong|beat): .*\n", "");
        Build removed = project.build("compile").succeeded();
        assertThat(removed.made()).singleElement().asString().doesNotContain(" 0 deleted");
        assertThat(project.sources(SOURCES).keySet()).noneMatch(source -> source.contains("Beat"));

        project.replace("src/main/asyncapi/Ring.avsc", "\"int\"", "\"itn\"");
        Build wrong = project.build("compile");
        assertThat(wrong.status()).isNotZero();
        assertThat(wrong.errors())
                .filteredOn(line -> line.contains("error[avro-type-unknown]"))
                .singleElement()
                .asString()
                .matches(".*Ring\\.avsc:\\[1,\\d+] .*");
        assertThat(wrong.log()).noneMatch(line -> line.startsWith("\tat ") || line.contains("Exception:"));
    }

    @Test
    void modulesGenerateFromWhatAnotherShipsInParallel() throws Exception {
        UserProject project = UserProject.copyOf("modules", "modules", maven);

        project.build("-T2", "generate-sources").succeeded();
        assertThat(project.file("ringer/" + SOURCES + "/org/bells/ringer/RingPublisher.java"))
                .exists();
        assertThat(project.file("listener/" + SOURCES + "/org/bells/listener/RingHandler.java"))
                .exists();

        Build compiled = project.build("-T2", "compile").succeeded();
        assertThat(project.file("listener/target/classes/org/bells/listener/RingHandler.class"))
                .exists();
        assertThat(project.file("ringer/target/classes/org/bells/Ring.class")).exists();
        assertThat(project.file("listener/" + SOURCES + "/org/bells")).isDirectoryNotContaining("glob:**Ring*");
        assertThat(compiled.made()).hasSize(2);
    }

    @Test
    void severalDocumentsShareWhatTheyShare() throws Exception {
        UserProject project = UserProject.copyOf("several", "several", maven);

        Build build = project.build("compile").succeeded();

        assertThat(build.made()).hasSize(2);
        assertThat(project.file("target/classes/org/bells/api/tower/RingPublisher.class"))
                .exists();
        assertThat(project.file("target/classes/org/bells/api/market/RingHandler.class"))
                .exists();
        assertThat(Files.readString(project.file(SOURCES + "/org/bells/Ring.java")))
                .containsAnyOf("l\\u00e4utet", "läutet"); // Maven 4 says UTF-8 where the project does not
    }

    @Test
    void twoMajorsStandSideBySide() throws Exception {
        UserProject project = UserProject.copyOf("majors", "majors", maven);

        Build build = project.build("compile").succeeded();

        assertThat(build.made()).hasSize(2);
        assertThat(project.file("target/classes/org/bells/app/OldTower.class")).exists();
        assertThat(project.file("target/classes/org/bells/app/Tower.class")).exists();
        assertThat(project.file(SOURCES + "/org/bells/v1/records/Ring.java")).exists();
        assertThat(project.file(SOURCES + "/org/bells/Ring.java")).exists();
    }

    @Test
    void helpTellsWhatGoalsAreFor() throws Exception {
        UserProject project = UserProject.copyOf("bells", "help", maven);

        Build help = project.build("io.tidings:codegen-maven-plugin:help", "-Ddetail", "-Dgoal=generate")
                .succeeded();

        assertThat(help.log())
                .anyMatch(line -> line.contains("tidings:generate"))
                .anyMatch(line -> line.contains("packageName"));
    }

    private static Iterable<String> changed(Map<String, FileTime> before, Map<String, FileTime> after) {
        Map<String, FileTime> changed = new TreeMap<>(after);
        changed.entrySet().removeIf(source -> source.getValue().equals(before.get(source.getKey())));
        return changed.keySet();
    }
}

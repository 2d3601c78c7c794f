package io.tidings.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The picture in docs/architecture.md shows the modules and their dependencies as the poms declare them. */
class PictureTest {

    private static final Pattern ARROW = Pattern.compile("(?m)^\\s*([a-z-]+) --> ([a-z-]+)\\s*$");
    private static final Pattern OWN_ID =
            Pattern.compile("</parent>.*?<artifactId>([a-z-]+)</artifactId>", Pattern.DOTALL);
    private static final Pattern DEPENDENCY = Pattern.compile("<dependency>(.*?)</dependency>", Pattern.DOTALL);
    private static final Pattern ID = Pattern.compile("<artifactId>([a-z-]+)</artifactId>");

    /** Modules that nothing stands on and that are no part of the product. */
    private static final Set<String> NOT_DRAWN = Set.of("examples", "benchmarks", "architecture-check");

    @Test
    void thePictureShowsTheDependenciesOfThePoms() {
        Set<String> drawn = new TreeSet<>();
        Matcher arrow = ARROW.matcher(House.read(House.ROOT.resolve("docs/architecture.md")));
        while (arrow.find()) {
            drawn.add(arrow.group(1) + " --> " + arrow.group(2));
        }
        assertThat(drawn).isEqualTo(declared());
    }

    private static Set<String> declared() {
        Set<String> declared = new TreeSet<>();
        for (Path pom :
                House.files(file -> file.endsWith("pom.xml") && !House.isTest(file) && !isIntegrationTest(file))) {
            String module = House.ROOT.relativize(pom).getName(0).toString();
            Matcher own = OWN_ID.matcher(House.read(pom));
            if (NOT_DRAWN.contains(module) || !own.find()) {
                continue;
            }
            dependencies(House.read(pom)).forEach(dependency -> declared.add(own.group(1) + " --> " + dependency));
        }
        return declared;
    }

    private static boolean isIntegrationTest(Path file) {
        return House.name(file).contains("src/it/");
    }

    private static Stream<String> dependencies(String pom) {
        return DEPENDENCY
                .matcher(pom)
                .results()
                .map(result -> result.group(1))
                .filter(text -> text.contains("<groupId>io.tidings</groupId>") && !text.contains("<scope>test</scope>"))
                .map(text ->
                        ID.matcher(text).results().findFirst().orElseThrow().group(1));
    }

    @Test
    void everyFolderOfThePictureExists() {
        Matcher folder = Pattern.compile("(?m)^\\| `([a-z/-]+)/` \\|")
                .matcher(House.read(House.ROOT.resolve("docs/architecture.md")));
        assertThat(folder.results().map(result -> result.group(1)).toList())
                .hasSizeGreaterThan(9)
                .allSatisfy(name -> assertThat(Files.isDirectory(House.ROOT.resolve(name)))
                        .as(name)
                        .isTrue());
    }
}

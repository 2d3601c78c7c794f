package io.tidings.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Who may use whom, as docs/architecture.md says, read from the class files. */
class WhoMayUseWhomTest {

    /** Each of our parts, by its package under {@code io.tidings}, and the parts it may use. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("asyncapi", Set.of()),
            Map.entry("registry", Set.of()),
            Map.entry("embedded", Set.of()),
            Map.entry("compat", Set.of("asyncapi", "registry", "sync")),
            Map.entry("messaging", Set.of("registry")),
            Map.entry("outbox", Set.of("messaging")),
            Map.entry("testing", Set.of("messaging", "registry", "embedded")),
            Map.entry("replication", Set.of("messaging", "registry")),
            Map.entry("sync", Set.of("asyncapi", "registry")),
            Map.entry("site", Set.of("asyncapi", "compat")),
            Map.entry("codegen", Set.of("asyncapi", "compat", "sync", "site", "registry")),
            Map.entry("cli", Set.of("asyncapi", "compat", "sync", "site", "registry", "messaging")));

    /**
     * Libraries that have one home, and the only packages, or classes, that may use them. The command opens databases, since it can be a
     * relay; all it does there is messaging's.
     */
    private static final Map<String, List<String>> HOMES = Map.of(
            "org.snakeyaml.", List.of("io.tidings.asyncapi.source"),
            "com.palantir.javapoet.", List.of("io.tidings.codegen.emit"),
            "org.commonmark.", List.of("io.tidings.site.html"),
            "org.apache.maven.", List.of("io.tidings.codegen.mojo", "io.tidings.cli"),
            "java.sql.",
                    List.of(
                            "io.tidings.messaging.jdbc",
                            "io.tidings.replication.internal.sql",
                            "io.tidings.outbox.debezium",
                            "io.tidings.cli",
                            "io.tidings.embedded",
                            "io.tidings.testing"),
            "javax.sql.",
                    List.of(
                            "io.tidings.messaging.jdbc",
                            "io.tidings.replication.SqlStore",
                            "io.tidings.replication.internal.sql",
                            "io.tidings.outbox.debezium",
                            "io.tidings.cli",
                            "io.tidings.embedded",
                            "io.tidings.testing"),
            "io.debezium.", List.of("io.tidings.outbox.debezium"),
            "picocli.", List.of("io.tidings.cli"),
            "org.apache.kafka.",
                    List.of(
                            "io.tidings.messaging.kafka",
                            "io.tidings.messaging.serde",
                            "io.tidings.messaging.config",
                            "io.tidings.replication",
                            "io.tidings.outbox.debezium",
                            "io.tidings.embedded",
                            "io.tidings.testing"));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.tidings");

    @TestFactory
    Stream<DynamicTest> eachPartUsesOnlyWhatItMay() {
        return MAY_USE.entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> check(rule.getKey(), rule.getValue())));
    }

    private static void check(String part, Set<String> mayUse) {
        Set<String> broken = new TreeSet<>();
        int classes = 0;
        for (JavaClass owner : CLASSES) {
            if (!part.equals(partOf(owner))) {
                continue;
            }
            classes++;
            for (Dependency dependency : owner.getDirectDependenciesFromSelf()) {
                String used = partOf(dependency.getTargetClass());
                if (!used.isEmpty() && !used.equals(part) && !mayUse.contains(used)) {
                    broken.add(dependency.getDescription());
                }
            }
        }
        assertThat(classes).as("classes of " + part).isPositive();
        assertThat(broken).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> eachLibraryStaysAtHome() {
        return HOMES.entrySet().stream()
                .map(home -> DynamicTest.dynamicTest(home.getKey(), () -> {
                    Set<String> broken = new TreeSet<>();
                    boolean used = false;
                    for (JavaClass owner : CLASSES) {
                        for (Dependency dependency : owner.getDirectDependenciesFromSelf()) {
                            if (dependency.getTargetClass().getName().startsWith(home.getKey())) {
                                used = true;
                                if (home.getValue().stream().noneMatch(owner.getName()::startsWith)) {
                                    broken.add(dependency.getDescription());
                                }
                            }
                        }
                    }
                    assertThat(used).as("somebody uses " + home.getKey()).isTrue();
                    assertThat(broken).isEmpty();
                }));
    }

    @Test
    void noPartHasACircleOfPackages() {
        SlicesRuleDefinition.slices()
                .matching("io.tidings.(**)")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void everyPartIsListed() {
        Set<String> parts = new TreeSet<>();
        CLASSES.forEach(owner -> parts.add(partOf(owner)));
        assertThat(MAY_USE.keySet()).containsAll(parts);
    }

    private static String partOf(JavaClass type) {
        String name = type.getPackageName();
        String prefix = "io.tidings.";
        if (!name.startsWith(prefix)) {
            return "";
        }
        String rest = name.substring(prefix.length());
        int dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }
}

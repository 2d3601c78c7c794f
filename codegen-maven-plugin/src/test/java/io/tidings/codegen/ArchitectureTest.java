package io.tidings.codegen;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Who may use what, as docs/architecture.md says. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.tidings.codegen");

    @Test
    void javaPoetIsUsedByEmittersOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..codegen.emit..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.palantir.javapoet..")
                .check(CLASSES);
    }

    @Test
    void mavenIsUsedByGoalsOnly() {
        noClasses()
                .that()
                .resideInAnyPackage("..codegen.plan..", "..codegen.emit..", "..codegen.avro..", "..codegen.output..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.maven..")
                .check(CLASSES);
    }

    @Test
    void aPlanKnowsNothingOfHowItIsWritten() {
        noClasses()
                .that()
                .resideInAPackage("..codegen.plan..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..codegen.emit..", "..codegen.avro..", "..codegen.output..", "..codegen.mojo..")
                .check(CLASSES);
    }

    @Test
    void theGeneratorDoesNotRunWhatItGeneratesFor() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.tidings.messaging..", "io.tidings.replication..")
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.tidings.codegen.(*)..").should().beFreeOfCycles().check(CLASSES);
    }
}

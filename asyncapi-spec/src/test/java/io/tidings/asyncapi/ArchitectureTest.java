package io.tidings.asyncapi;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The walls between the packages. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("/test/")) // where other builds than Maven put tests
            .importPackages("io.tidings.asyncapi");

    @Test
    void yamlOnlyInSource() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.tidings.asyncapi.source..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.snakeyaml..")
                .check(CLASSES);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("io.tidings.asyncapi.(*)..").should().beFreeOfCycles().check(CLASSES);
        slices().matching("io.tidings.(asyncapi.*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void dataFlowsOneWay() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "..asyncapi.source..",
                        "..asyncapi.diagnostic..",
                        "..asyncapi.grammar..",
                        "..asyncapi.reference..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..asyncapi.avro..",
                        "..asyncapi.model..",
                        "..asyncapi.assembly..",
                        "..asyncapi.schema..",
                        "..asyncapi.rule..",
                        "..asyncapi.report..")
                .check(CLASSES);
    }

    /** What is said of schemas is made of the document's own nodes; the library that compares stays behind one wall. */
    @Test
    void jsonSchemaLibraryOnlyInSchema() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.tidings.asyncapi.schema..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.networknt..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("io.tidings.asyncapi.schema..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..asyncapi.assembly..", "..asyncapi.rule..", "..asyncapi.report..")
                .check(CLASSES);
    }
}

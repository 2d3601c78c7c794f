package io.tidings.messaging;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Who may use whom, as docs/architecture.md draws it. */
class ArchitectureTest {

    private static final String ROOT = "io.tidings.messaging";

    private static final JavaClasses RUNTIME = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void kafkaIsKnownToItsPackagesOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".kafka..", ROOT + ".serde..", ROOT + ".config..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.kafka..")
                .check(RUNTIME);
    }

    @Test
    void micrometerIsKnownToOnePackageOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".micrometer..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.micrometer..", ROOT + ".micrometer..")
                .check(RUNTIME);
    }

    @Test
    void databasesAreKnownToOnePackageOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".jdbc..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..")
                .check(RUNTIME);
    }

    @Test
    void theCircuitBreakerIsKnownToOnePackageOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".proxy..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.github.resilience4j..")
                .check(RUNTIME);
    }

    @Test
    void theRegistryIsKnownToItsPackagesOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".serde..", ROOT + ".config..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.tidings.registry..")
                .check(RUNTIME);
    }

    @Test
    void whatGeneratedClientsStandOnKnowsNoTechnology() {
        classes()
                .that()
                .resideInAPackage(ROOT)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(ROOT, "java..", "org.apache.avro..", "org.jspecify..", "org.slf4j..")
                .check(RUNTIME);
    }

    @Test
    void databaseAndBrokerKnowNothingOfEachOther() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".jdbc..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".kafka..", ROOT + ".serde..", ROOT + ".config..")
                .check(RUNTIME);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(RUNTIME);
    }

    @Test
    void theRoomsOfTheDatabaseHaveNoCycles() {
        slices().matching(ROOT + ".jdbc.(*)..").should().beFreeOfCycles().check(RUNTIME);
    }
}

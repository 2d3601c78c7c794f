package io.tidings.replication;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.tidings.replication");

    @Test
    void theCoreKnowsNeitherKafkaNorAvroNorAnyoneOfUs() {
        classes()
                .that()
                .resideInAPackage("..replication.core")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "io.tidings.replication.core")
                .check(CLASSES);
    }

    @Test
    void onlyTheDriverKnowsStreams() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..internal.streams")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.kafka.streams..")
                .check(CLASSES);
    }

    /** A database comes in by the options, and only its driver touches it. */
    @Test
    void onlyTheDriverOfDatabasesKnowsJdbc() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..internal.sql..")
                .and()
                .doNotHaveSimpleName("SqlStore")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..")
                .check(CLASSES);
    }

    @Test
    void onlyTheStoreOfAFullCopyKnowsRocksDb() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..internal.copy.store")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.rocksdb..")
                .check(CLASSES);
    }

    @Test
    void theDriverKnowsNeitherAvroNorTheRegistry() {
        noClasses()
                .that()
                .resideInAnyPackage("..internal.streams", "..internal.copy..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.avro..", "io.tidings.registry..", "io.tidings.messaging.serde..")
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.tidings.replication.(**)")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAnyPackage("io.tidings.replication.core", "io.tidings.replication.internal..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.tidings.replication")
                .check(CLASSES);
    }
}

package io.tidings.sync;

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
            .importPackages("io.tidings.sync");

    @Test
    void aPlanKnowsNoRegistry() {
        noClasses()
                .that()
                .resideInAPackage("..sync.plan..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.tidings.registry..", "..sync.register..", "..sync.download..")
                .check(CLASSES);
    }

    @Test
    void registeringAndDownloadingKnowNothingOfEachOther() {
        noClasses()
                .that()
                .resideInAPackage("..sync.register..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..sync.download..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("..sync.download..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..sync.register..", "..sync.plan..")
                .check(CLASSES);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("io.tidings.(sync.*)..").should().beFreeOfCycles().check(CLASSES);
        slices().matching("io.tidings.sync.(*)..").should().beFreeOfCycles().check(CLASSES);
    }
}

package io.tidings.site;

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
            .withImportOption(location -> !location.contains("/t/")) // where other builds than Maven put tests
            .importPackages("io.tidings.site");

    @Test
    void whatIsShownKnowsNoPage() {
        noClasses()
                .that()
                .resideInAnyPackage("..site.schema..", "..site.example..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..site.html..", "..site.diagram..", "..site.page..")
                .check(CLASSES);
    }

    /** What a text may hold is decided in one place. */
    @Test
    void markdownStaysBehindOneWall() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..site.html..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.commonmark..")
                .check(CLASSES);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("io.tidings.(site.*)..").should().beFreeOfCycles().check(CLASSES);
    }
}

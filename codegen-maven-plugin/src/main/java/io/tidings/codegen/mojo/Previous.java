package io.tidings.codegen.mojo;

import io.tidings.codegen.plan.ExistingRecord;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/** The older major version of a document, as a pom says it. */
public final class Previous {

    /** Its document: a file or {@code maven:…}, as for the goal's own. */
    private @Nullable String document;

    /** The package of its clients: there, too, is where records stand that have no namespace. */
    private @Nullable String packageName;

    /** Where the classes of its Avro namespaces are, as for the goal's own. */
    private Map<String, String> recordPackages = Map.of();

    /** The types of that version that have classes already, as for the goal's own; by default those of the newer version. */
    private @Nullable List<String> existingRecords;

    String document() throws MojoFailureException {
        if (document == null) {
            throw new MojoFailureException("<previous> names no <document>");
        }
        return document;
    }

    /** That of the document's clients, which are not those of the newer one. */
    String packageName(String newer) throws MojoFailureException {
        if (packageName == null || packageName.equals(newer)) {
            throw new MojoFailureException("<previous> names no <packageName> of its own: two versions of a document"
                    + " cannot have their clients in one package");
        }
        return packageName;
    }

    Map<String, String> recordPackages() {
        return recordPackages;
    }

    /** As the pom says, or those of the newer version. */
    List<ExistingRecord> existing(List<ExistingRecord> newer) throws MojoFailureException {
        return existingRecords == null ? newer : SourcesMojo.existing(existingRecords);
    }
}

package io.tidings.sync.plan;

import io.tidings.asyncapi.diagnostic.Diagnostic;
import io.tidings.asyncapi.model.AsyncApiDocument;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What documents would register, and in which order.
 *
 * @param schemas those that others refer to first, else in the order of the documents; each subject once
 * @param remarks what there is to say of the documents, in {@link Diagnostic#ORDER}
 */
public record RegistrationPlan(List<PlannedSchema> schemas, List<Remark> remarks) {

    public RegistrationPlan {
        schemas = List.copyOf(schemas);
        remarks = remarks.stream()
                .distinct()
                .sorted(Comparator.comparing(Remark::diagnostic, Diagnostic.ORDER))
                .toList();
    }

    /**
     * Plans the schemas of documents that are valid: the payloads, and Avro keys that do not travel bare, of every message
     * that an application sends, replies included. Headers are never registered.
     */
    public static RegistrationPlan of(List<AsyncApiDocument> documents, PlanSettings settings) {
        List<Remark> remarks = new ArrayList<>();
        List<Root> roots = Roots.of(documents, settings, remarks);
        List<PlannedSchema> schemas =
                settings.references() ? new Division(roots, remarks).schemas() : Roots.whole(roots);
        return new RegistrationPlan(schemas, remarks);
    }

    /**
     * What clients of every message of a valid document look for, whoever sends it: to be compared, not to be registered.
     * Whole schemas, whatever the settings say.
     */
    public static RegistrationPlan ofMessages(AsyncApiDocument document, PlanSettings settings) {
        List<Remark> remarks = new ArrayList<>();
        List<Root> roots = Roots.ofMessages(document, settings, remarks);
        return new RegistrationPlan(Roots.whole(roots), remarks);
    }

    /** Whether it can be carried out: no remark is an error. */
    public boolean sound() {
        return remarks.stream().noneMatch(remark -> remark.diagnostic().isError());
    }
}

package io.tidings.codegen.emit;

import io.tidings.codegen.plan.GenerationPlan;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.Schema;

/** The packages in which a record class is called as something of java.lang, which must be imported there. */
record HiddenNames(Set<String> packages) {

    HiddenNames(GenerationPlan plan) {
        this(plan.avroTypes().stream()
                .filter(schema -> schema.getNamespace() != null)
                .filter(schema -> Object.class.getResource(schema.getName() + ".class") != null)
                .map(Schema::getNamespace)
                .collect(Collectors.toUnmodifiableSet()));
    }

    boolean in(String packageName) {
        return packages.contains(packageName);
    }
}

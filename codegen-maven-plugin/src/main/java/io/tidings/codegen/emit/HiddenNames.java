package io.tidings.codegen.emit;

import io.tidings.codegen.plan.ClassNames;
import io.tidings.codegen.plan.GenerationPlan;
import io.tidings.codegen.plan.JavaName;
import java.util.Set;
import java.util.stream.Collectors;

/** The packages in which a record class is called as something of java.lang, which must be imported there. */
record HiddenNames(Set<String> packages) {

    HiddenNames(GenerationPlan plan) {
        this(plan.avroTypes().stream()
                .map(ClassNames::of)
                .filter(name -> Object.class.getResource(name.simpleName() + ".class") != null)
                .map(JavaName::packageName)
                .collect(Collectors.toUnmodifiableSet()));
    }

    boolean in(String packageName) {
        return packages.contains(packageName);
    }
}

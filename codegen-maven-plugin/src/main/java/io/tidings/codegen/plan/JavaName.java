package io.tidings.codegen.plan;

/** A top-level Java type. */
public record JavaName(String packageName, String simpleName) {

    @Override
    public String toString() {
        return packageName + "." + simpleName;
    }
}

package io.tidings.codegen.migration;

import io.tidings.codegen.plan.JavaWords;
import java.util.HashSet;
import java.util.Set;

/** Gives the methods of a caster names, each once. */
final class MethodScope {

    private final Set<String> taken = new HashSet<>();

    MethodScope(Direction direction) {
        taken.add(direction.method());
    }

    /** The words together, or with the first number after them that is free. */
    String claim(String words) {
        String wanted = JavaWords.of(words).camel();
        String name = wanted;
        for (int number = 2; !taken.add(name); number++) {
            name = wanted + (Character.isDigit(wanted.charAt(wanted.length() - 1)) ? "_" : "") + number;
        }
        return name;
    }
}

package io.tidings.codegen.plan;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/** The names of classes that stand in packages whose classes the document chose; many file systems ignore case. */
final class Neighbours {

    /** As of classes; suffixes are short. */
    private static final int LONGEST = 160;

    private final Set<String> taken = new HashSet<>();

    /** The classes of these types, with schemas of the classes' own. */
    Neighbours(Collection<Schema> types) {
        take(types);
    }

    /** Marks the names of classes as taken. */
    void take(Collection<Schema> types) {
        types.forEach(type -> taken.add(key(ClassNames.of(type))));
    }

    /** A free name, from then on taken: that of a class with something after it. */
    JavaName beside(JavaName type, String suffix) {
        String wanted = NameScope.fitting(type.simpleName() + suffix, LONGEST);
        JavaName name = new JavaName(type.packageName(), wanted);
        for (int number = 2; !taken.add(key(name)); number++) {
            name = new JavaName(type.packageName(), wanted + number);
        }
        return name;
    }

    /** Of given names, those in a package. */
    static Stream<String> in(String packageName, Stream<JavaName> names) {
        return names.filter(name -> name.packageName().equals(packageName)).map(JavaName::simpleName);
    }

    private static String key(JavaName name) {
        return name.toString().toLowerCase(Locale.ROOT);
    }
}

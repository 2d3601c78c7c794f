package io.tidings.codegen.contract;

import io.tidings.codegen.plan.Coding;
import io.tidings.codegen.plan.JavaName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value to try a client with, as a person would write it in Java. */
public sealed interface Sample {

    /** Null. */
    record Nothing() implements Sample {}

    /**
     * A value that a literal, or one call with a literal, makes.
     *
     * @param text as its Java type writes it: {@code 2026-01-02T03:04:05Z}, {@code 12.50}
     */
    record Plain(Coding coding, String text) implements Sample {}

    /** Bytes as they are. */
    record Binary(List<Byte> bytes) implements Sample {
        public Binary {
            bytes = List.copyOf(bytes);
        }
    }

    /** Bytes in a generated class. */
    record Fixed(JavaName type, List<Byte> bytes) implements Sample {
        public Fixed {
            bytes = List.copyOf(bytes);
        }
    }

    /** A symbol of a generated enum. */
    record Symbol(JavaName type, String constant) implements Sample {}

    /** A record, made by its builder. */
    record Struct(JavaName type, List<Member> members) implements Sample {
        public Struct {
            members = List.copyOf(members);
        }
    }

    /** A field of a record that is set. */
    record Member(String setter, Sample value) {}

    /** An array. */
    record Items(List<Sample> items) implements Sample {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** A map; its keys are text. */
    record Entries(Coding.Simple keys, Map<String, Sample> entries) implements Sample {
        public Entries {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }
    }
}

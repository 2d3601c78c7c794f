package io.tidings.compat.avro;

import io.tidings.compat.avro.Draft.Member;
import io.tidings.compat.avro.Draft.Named;
import io.tidings.compat.avro.Draft.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What people do to schemas, and what nobody should. */
final class SchemaMutations {

    private final Draft draft;
    private final Random random;
    private int fresh;

    SchemaMutations(Draft draft, Random random) {
        this.draft = draft;
        this.random = random;
    }

    void mutate() {
        Named type = draft.named.get(random.nextInt(draft.named.size()));
        switch (random.nextInt(6)) {
            case 0 -> name(type);
            case 1, 2 -> inside(type);
            case 3 -> meaning();
            default -> type(draft.types().get(random.nextInt(draft.types().size())));
        }
    }

    /** What only the meaning of a value tells: logical types, digits, defaults. */
    private void meaning() {
        List<Place> types = draft.types();
        List<Place> logical =
                types.stream().filter(type -> !type.properties.isEmpty()).toList();
        if (logical.isEmpty() || random.nextInt(4) == 0) {
            Named type = draft.named.get(random.nextInt(draft.named.size()));
            boolean symbols = type.kind.equals("enum");
            Member member = new Member("d" + fresh++, new Place("union", new Place("null")));
            member.type.parts.add(random.nextInt(2), Place.named(random.nextInt(draft.named.size())));
            member.fallback = random.nextInt(3) == 0 ? "\"xx\"" : "null";
            if (!symbols && RandomSchemas.record(type)) {
                type.members.add(member);
            }
            return;
        }
        Place type = logical.get(random.nextInt(logical.size()));
        if (type.properties.containsKey("precision") && random.nextInt(4) > 0) {
            type.properties.put(random.nextBoolean() ? "precision" : "scale", "3");
            return;
        }
        Place other = RandomSchemas.logical(random);
        for (int i = 0; i < 10 && !other.kind.equals(type.kind); i++) {
            other = RandomSchemas.logical(random);
        }
        type.become(other);
    }

    private void name(Named type) {
        String before = type.fullName();
        String simply = type.name;
        switch (random.nextInt(6)) {
            case 0 -> type.space = type.space.equals("n") ? "m" : "n";
            case 1 -> type.name = "X" + fresh++;
            case 2 -> {
                type.name = "X" + fresh++;
                // The simple name is one in the namespace of the type that has the alias.
                type.aliases.add(random.nextBoolean() ? before : simply);
            }
            case 3 -> {
                type.space = "o";
                type.aliases.add(before);
            }
            // An alias that names another type which is still there.
            case 4 ->
                type.aliases.add(
                        draft.named.get(random.nextInt(draft.named.size())).fullName());
            // As a type of the same simple name in another namespace.
            default -> {
                Named other = draft.named.get(random.nextInt(draft.named.size()));
                type.name = other.name;
                type.space = "o";
            }
        }
        type.aliases.remove(type.fullName());
    }

    private void inside(Named type) {
        switch (type.kind) {
            case "enum" -> symbols(type);
            case "fixed" -> {
                if (random.nextBoolean()) {
                    type.size++;
                } else {
                    type.properties.put("scale", "1");
                }
            }
            default -> members(type);
        }
    }

    private void symbols(Named type) {
        switch (random.nextInt(5)) {
            case 0 -> type.symbols.add("D");
            case 1 -> {
                if (type.symbols.size() > 1) {
                    type.symbols.remove(type.symbols.size() - 1);
                }
            }
            case 2 -> Collections.reverse(type.symbols);
            case 3 -> type.fallback = type.symbols.get(0);
            default -> type.fallback = null;
        }
        if (type.fallback != null && !type.symbols.contains(type.fallback)) {
            type.fallback = null;
        }
    }

    private void members(Named type) {
        List<Member> members = type.members;
        if (members.isEmpty()) {
            add(type);
            return;
        }
        Member member = members.get(random.nextInt(members.size()));
        switch (random.nextInt(9)) {
            case 0, 1 -> add(type);
            case 2 -> members.remove(member);
            case 3 -> member.name = "g" + fresh++;
            case 4 -> {
                member.aliases.add(member.name);
                member.name = "g" + fresh++;
            }
            // An alias that another field has as its name, or that none has.
            case 5 ->
                member.aliases.add(random.nextInt(4) == 0 ? "h" : members.get(random.nextInt(members.size())).name);
            case 6 -> Collections.shuffle(members, random);
            case 7 -> member.fallback = null;
            default -> member.fallback = DefaultText.of(draft, member.type, random, 3);
        }
    }

    private void add(Named type) {
        Place added = random.nextBoolean()
                ? new Place("int")
                : new Place("union", new Place("null"), Place.named(random.nextInt(draft.named.size())));
        Member member = new Member("g" + fresh++, added);
        if (random.nextInt(4) > 0) {
            member.fallback = DefaultText.of(draft, added, random, 3);
        }
        type.members.add(random.nextInt(type.members.size() + 1), member);
    }

    private void type(Place type) {
        if (type.kind.equals("union") && random.nextInt(4) > 0) {
            union(type);
            return;
        }
        switch (random.nextInt(8)) {
            case 0, 1 -> type.become(new Place(promoted(type.kind)));
            case 2 -> {
                if (!type.kind.equals("union")) {
                    type.become(new Place("union", new Place("null"), type.copy()));
                }
            }
            case 3 -> type.become(RandomSchemas.logical(random));
            case 4 -> {
                if (!type.kind.equals("union") && !type.kind.equals("named")) {
                    type.properties.clear();
                }
            }
            case 5 -> {
                if (type.properties.containsKey("precision")) {
                    type.properties.put(random.nextBoolean() ? "precision" : "scale", "3");
                }
            }
            case 6 -> type.become(new Place(random.nextBoolean() ? "array" : "map", type.copy()));
            default -> type.become(Place.named(random.nextInt(draft.named.size())));
        }
    }

    private String promoted(String kind) {
        List<String> numbers = List.of("int", "long", "float", "double");
        if (numbers.contains(kind)) {
            return numbers.get(random.nextInt(4));
        }
        return switch (kind) {
            case "string" -> "bytes";
            case "bytes" -> "string";
            default -> List.of("int", "string", "boolean").get(random.nextInt(3));
        };
    }

    private void union(Place union) {
        List<Place> branches = union.parts;
        switch (random.nextInt(4)) {
            case 0 -> Collections.shuffle(branches, random);
            case 1 -> branches.remove(branches.size() - 1);
            case 2 -> branches.add(new Place(List.of("int", "double", "string").get(random.nextInt(3))));
            default -> branches.add(Place.named(random.nextInt(draft.named.size())));
        }
        if (branches.isEmpty()) {
            branches.add(new Place("null"));
        }
        List<Place> once = new ArrayList<>();
        for (Place branch : branches) {
            boolean twice = once.stream().anyMatch(b -> b.kind.equals(branch.kind) && b.named == branch.named);
            if (!twice) {
                once.add(branch);
            }
        }
        branches.clear();
        branches.addAll(once);
    }
}

package io.tidings.asyncapi.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GrammarTest {
    private static Stream<Grammar> grammars() {
        return Stream.of(Grammar.version2(), Grammar.version3());
    }

    @ParameterizedTest
    @MethodSource("grammars")
    void everyTypeThatIsNamedIsDescribed(Grammar grammar) {
        Stream<String> named = grammar.types().values().stream()
                .flatMap(type -> type.fields().values().stream())
                .flatMap(field -> named(field.kind()));
        assertThat(named)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(grammar.types()).containsKey(name));
    }

    @ParameterizedTest
    @MethodSource("grammars")
    void everyTypeIsReached(Grammar grammar) {
        List<String> named = grammar.types().values().stream()
                .flatMap(type -> type.fields().values().stream())
                .flatMap(field -> named(field.kind()))
                .toList();
        assertThat(grammar.types().keySet())
                .filteredOn(name -> !name.equals("AsyncApi") && !name.equals("MultiFormatSchema"))
                .isSubsetOf(named);
    }

    @Test
    void notation() {
        assertThat(new KindNotation("{[Tag&]|null}").read())
                .isEqualTo(new Kind.MapOf(
                        new Kind.Choice(List.of(
                                new Kind.ListOf(new Kind.OrReference(new Kind.Described("Tag"))), Kind.Plain.NULL)),
                        false));
        assertThat(new KindNotation("<\"a\"|Server^>").read())
                .isEqualTo(new Kind.MapOf(
                        new Kind.Choice(List.of(new Kind.Word("a"), new Kind.Reference("Server"))), true));
        assertThatThrownBy(() -> new KindNotation("[string").read()).hasMessageContaining("lacks a ']'");
    }

    private static Stream<String> named(Kind kind) {
        if (kind instanceof Kind.Described described) {
            return Stream.of(described.type());
        }
        if (kind instanceof Kind.Reference reference) {
            return Stream.of(reference.type());
        }
        if (kind instanceof Kind.OrReference or) {
            return named(or.kind());
        }
        if (kind instanceof Kind.ListOf list) {
            return named(list.item());
        }
        if (kind instanceof Kind.MapOf map) {
            return named(map.value());
        }
        return kind instanceof Kind.Choice choice
                ? choice.kinds().stream().flatMap(GrammarTest::named)
                : Stream.empty();
    }
}

package io.tidings.asyncapi.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.asyncapi.grammar.ObjectType.Field;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    void eachProtocolHasABindingAtEachLevel() {
        assertThat(Protocol.ALL)
                .hasSize(20)
                .isEqualTo(Protocol.ALL.stream().sorted(byKafkaFirst()).toList());
        for (String level : Protocol.LEVELS) {
            ObjectType bindings =
                    Grammar.version3().type(Character.toUpperCase(level.charAt(0)) + level.substring(1) + "Bindings");
            assertThat(bindings.fields().keySet()).containsExactlyElementsOf(Protocol.ALL);
            assertThat(bindings.fields().values())
                    .allSatisfy(field -> assertThat(Grammar.version3()
                                    .type(field.name() + "." + level)
                                    .title())
                            .endsWith(" " + level + " binding"));
        }
    }

    private static Comparator<String> byKafkaFirst() {
        return Comparator.comparing((String name) -> !name.equals("kafka")).thenComparing(Comparator.naturalOrder());
    }

    @Test
    void bindingsNameOnlyVersionsAndFieldsThatThereAre() {
        for (String name : Protocol.ALL) {
            Protocol protocol = GrammarFile.readProtocol(name);
            assertThat(protocol.versions())
                    .isSortedAccordingTo(VersionOrder::compare)
                    .doesNotHaveDuplicates();
            for (ObjectType type : protocol.types()) {
                type.fields().values().stream().flatMap(GrammarTest::forms).forEach(field -> {
                    assertThat(Stream.of(field.since(), field.until()).filter(Objects::nonNull))
                            .as("versions of %s of %s", field.name(), type.name())
                            .isSubsetOf(protocol.versions());
                    assertThat(field.conditions())
                            .as("conditions of %s of %s", field.name(), type.name())
                            .extracting(Condition::other)
                            .isSubsetOf(type.fields().keySet());
                });
            }
        }
    }

    @Test
    void aFieldIsWhatItWasInEachVersion() {
        ObjectType message = Grammar.version3().type("kafka.message");
        Field key = Objects.requireNonNull(message.fields().get("key"));
        assertThat(key.in("0.1.0").kind()).isEqualTo(Kind.Plain.SCHEMA);
        assertThat(key.in("0.5.0").kind()).isInstanceOf(Kind.Choice.class);
        assertThat(VersionOrder.compare("0.10.0", "0.9.0")).isPositive();
    }

    private static Stream<Field> forms(Field field) {
        return field.earlier() == null ? Stream.of(field) : Stream.concat(Stream.of(field), forms(field.earlier()));
    }

    @Test
    void notation() {
        assertThat(new KindNotation("{[Tag&]|null}", Map.of()).read())
                .isEqualTo(new Kind.MapOf(
                        new Kind.Choice(List.of(
                                new Kind.ListOf(new Kind.OrReference(new Kind.Described("Tag"))), Kind.Plain.NULL)),
                        false));
        assertThat(new KindNotation("<\"a\"|Server^>", Map.of()).read())
                .isEqualTo(new Kind.MapOf(
                        new Kind.Choice(List.of(new Kind.Word("a"), new Kind.Reference("Server"))), true));
        assertThat(new KindNotation("0..255|-1..|string(..48)|Duration", Map.of("Duration", Kind.Plain.ANY)).read())
                .isEqualTo(new Kind.Choice(List.of(
                        new Kind.Range(BigInteger.ZERO, BigInteger.valueOf(255)),
                        new Kind.Range(BigInteger.ONE.negate(), null),
                        new Kind.Text(0, 48),
                        Kind.Plain.ANY)));
        assertThatThrownBy(() -> new KindNotation("[string", Map.of()).read()).hasMessageContaining("lacks a ']'");
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

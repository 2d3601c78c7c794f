package io.tidings.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AddressTemplateTest {

    private static final AddressTemplate LIGHTS = AddressTemplate.of("lights.{streetId}.{zone}.measured");

    @Test
    void valuesStandInThePlaceOfNamesAndAreReadBack() {
        assertThat(LIGHTS.parameters()).containsExactly("streetId", "zone");
        assertThat(LIGHTS.expand("main-st", "north")).isEqualTo("lights.main-st.north.measured");
        assertThat(LIGHTS.values("lights.main-st.north.measured")).contains(List.of("main-st", "north"));
        assertThat(LIGHTS).hasToString("lights.{streetId}.{zone}.measured");
    }

    @Test
    void otherAddressesHaveNoValues() {
        assertThat(LIGHTS.values("lights.main.measured")).isEmpty();
        assertThat(LIGHTS.values("lights..north.measured")).isEmpty();
        assertThat(LIGHTS.values("lightsXmain.north.measured")).isEmpty();
        assertThat(LIGHTS.values("lights.ma in.north.measured")).isEmpty();
        assertThat(LIGHTS.values("lights.main.north.measured.service.dead-letter"))
                .isEmpty();
    }

    @Test
    void aParameterThatStandsTwiceHasOneValue() {
        AddressTemplate twice = AddressTemplate.of("{a}1.x.{a}1{b}");

        assertThat(twice.parameters()).containsExactly("a", "b");
        assertThat(twice.expand("q", "r")).isEqualTo("q1.x.q1r");
        assertThat(twice.values("q1.x.q1r")).contains(List.of("q", "r"));
        assertThat(twice.values("q1.x.p1r")).isEmpty();
    }

    @Test
    void aValueThatWouldBeReadAsAnotherIsRefused() {
        assertThatExceptionOfType(AddressParameterException.class)
                .isThrownBy(() -> LIGHTS.expand("main.st", "north"))
                .withMessage("Parameter 'streetId' cannot be 'main.st': in 'lights.main.st.north.measured' it would be"
                        + " read as 'main'")
                .satisfies(e -> {
                    assertThat(e.parameter()).isEqualTo("streetId");
                    assertThat(e.value()).isEqualTo("main.st");
                });
    }

    @Test
    void whatIsNoTopicIsRefused() {
        assertThatThrownBy(() -> LIGHTS.expand("", "north")).hasMessageContaining("it is empty");
        assertThatThrownBy(() -> LIGHTS.expand("Hauptstraße", "north")).hasMessageContaining("letters, digits");
        assertThatThrownBy(() -> LIGHTS.expand("a\nb", "north")).isInstanceOf(AddressParameterException.class);
        assertThatThrownBy(() -> LIGHTS.expand("a", "x".repeat(250))).hasMessageContaining("249 are allowed");
        assertThatThrownBy(() -> AddressTemplate.of("{a}").expand("..")).hasMessageContaining("no topic's name");
        assertThatThrownBy(() -> AddressTemplate.of("a/{a}").expand("b")).hasMessageContaining("no topic's name");
    }

    @Test
    void listedValuesAreTheOnlyOnes() {
        AddressTemplate zones = AddressTemplate.of("{street}.{zone}").with("zone", "north", "north.east");

        assertThat(zones.values("main.st.north.east")).contains(List.of("main.st", "north.east"));
        assertThat(zones.values("main.south")).isEmpty();
        assertThatThrownBy(() -> zones.expand("main", "south"))
                .hasMessage("Parameter 'zone' cannot be 'south': it is none of north, north.east");
    }

    /** Every way to divide the address would be tried, of which there are more than anybody has time for. */
    @Test
    void whatFitsNearlyIsGivenUpSoon() {
        AddressTemplate many = AddressTemplate.of("{a}-{b}-{c}-{d}-{e}-{f}-{g}-{h}.x");

        assertThat(many.values("-".repeat(240) + ".y")).isEmpty();
        assertThat(many.values("a-b-c-d-e-f-g-h.x")).contains(List.of("a", "b", "c", "d", "e", "f", "g", "h"));
        assertThat(AddressTemplate.of("{a}-{b}-{a}-{c}-{d}.x").values("-".repeat(120) + ".y"))
                .isEmpty();
    }

    @Test
    void whatIsTakenIsReadBack() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        AddressTemplate template = AddressTemplate.of("{a}.b-{b}{c}_{a}");
        int taken = 0;
        for (int i = 0; i < 2000; i++) {
            String[] values = {word(random), word(random), word(random)};
            try {
                String address = template.expand(values);
                assertThat(template.values(address)).as("seed %d", seed).contains(List.of(values));
                taken++;
            } catch (AddressParameterException e) {
                assertThat(values).as("seed %d", seed).contains(e.value());
            }
        }
        assertThat(taken).as("seed %d", seed).isPositive();
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int length = 1 + random.nextInt(3); length > 0; length--) {
            word.append("ab.-_".charAt(random.nextInt(5)));
        }
        return word.toString();
    }
}

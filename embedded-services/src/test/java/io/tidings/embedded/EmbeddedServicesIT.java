package io.tidings.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EmbeddedServicesIT {
    @Test
    void startsAndStops() {
        for (int i = 0; i < 2; i++) {
            try (EmbeddedServices services = EmbeddedServices.start()) {
                assertThat(services.postgres().settings()).containsEntry("fsync", "on");
            }
        }
    }
}

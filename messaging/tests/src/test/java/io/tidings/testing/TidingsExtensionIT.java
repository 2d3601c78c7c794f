package io.tidings.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.tidings.messaging.Channel;
import io.tidings.messaging.Subscription;
import io.tidings.messaging.SubscriptionSpec;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** All three real parts, as a user's test has them. */
class TidingsExtensionIT {

    @RegisterExtension
    static final TidingsExtension TIDINGS =
            TidingsExtension.builder().kafka().registry().postgres().build();

    @Test
    void aMessageTravelsOverRealPartsAndIntoADatabase() throws Exception {
        Channel<String> channel = Letters.channel(TIDINGS.createTopic("parcels", 2));
        SubscriptionSpec<String> spec =
                new SubscriptionSpec<>(channel, List.of(Letters.PARCEL), TIDINGS.unique("group"));
        try (Connection connection = TIDINGS.newDataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE parcel (number bigint)");
            try (Subscription subscription = TIDINGS.transport()
                    .subscribe(
                            spec,
                            message -> statement.executeUpdate(
                                    "INSERT INTO parcel VALUES (" + Letters.number(message) + ")"))) {
                assertThat(subscription.awaitReady(Letters.SOON)).isTrue();
                TIDINGS.transport().sink().send(Letters.parcel(channel, "books", 42));

                TIDINGS.eventually(Letters.SOON, () -> {
                    try (var other = connection.createStatement();
                            var rows = other.executeQuery("SELECT number FROM parcel")) {
                        assertThat(rows.next()).isTrue();
                        assertThat(rows.getLong(1)).isEqualTo(42);
                    }
                });
            }
        }
    }

    @Test
    void eachDatabaseIsNew() throws Exception {
        String one = TIDINGS.newDatabase();
        String other = TIDINGS.newDatabase();

        assertThat(one).isNotEqualTo(other);
        try (Connection connection = DriverManager.getConnection(other)) {
            assertThat(connection.isValid(5)).isTrue();
        }
    }

    @Test
    void whatWasNotAskedForIsNotThere() {
        TidingsExtension nothing = TidingsExtension.builder().build();

        assertThatIllegalStateException().isThrownBy(nothing::newDatabase).withMessageContaining("postgres()");
        assertThatIllegalStateException().isThrownBy(nothing::faults).withMessageContaining("faults()");
        assertThatIllegalStateException().isThrownBy(nothing::transport).withMessageContaining("kafka()");
        assertThat(nothing.configuration()).doesNotContainKey("bootstrap.servers");
    }
}

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gen.application.DepotsSubscriber;
import gen.application.ParcelServiceChannels;
import gen.application.ParcelServiceMessages;
import gen.application.ParcelsPublisher;
import gen.counterpart.ParcelsMessage;
import gen.counterpart.ParcelsSubscriber;
import io.tidings.codegen.fake.Arrival;
import io.tidings.codegen.fake.FakeTransport;
import io.tidings.codegen.fake.RecordingSink;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.SendOptions;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.depots.avro.DepotOpened;
import org.parcels.avro.Address;
import org.parcels.avro.Country;
import org.parcels.avro.ParcelDelivered;
import org.parcels.avro.ParcelPosted;

/** What a user does with clients for events. */
public final class EventsBehaviour {

    private static final UUID PARCEL = new UUID(1, 2);

    public void aPublisherSendsIntoASink() {
        RecordingSink sink = new RecordingSink();
        new ParcelsPublisher(sink).publishParcelPosted(PARCEL, posted(), SendOptions.version(7));

        assertThat(sink.last().address()).isEqualTo("parcels.events");
        assertThat(sink.last().channel()).isEqualTo(ParcelServiceChannels.PARCEL_EVENTS);
        assertThat(sink.last().type()).isEqualTo(ParcelServiceMessages.PARCEL_POSTED);
        assertThat(sink.last().key()).isEqualTo(PARCEL);
        assertThat(sink.last().payload()).isEqualTo(posted());
        assertThat(sink.last().options().entityVersion()).isEqualTo(7);
    }

    public void aTombstoneHasAKeyAndNoPayload() {
        RecordingSink sink = new RecordingSink();
        new ParcelsPublisher(sink).publishTombstone(PARCEL, SendOptions.version(8));

        assertThat(sink.last().key()).isEqualTo(PARCEL);
        assertThat(sink.last().payload()).isNull();
    }

    public void whatIsPublishedArrivesAtTheCounterpartsHandler() {
        FakeTransport transport = new FakeTransport();
        List<String> seen = new ArrayList<>();
        ParcelsSubscriber.subscribe(transport, message -> seen.add(message.payload()
                .match(
                        posted -> "posted " + posted.getPrice() + " to " + posted.getTo().getCountry(),
                        delivered -> "delivered to " + delivered.getSignature(),
                        unknown -> "unknown")));

        ParcelsPublisher publisher = new ParcelsPublisher(transport.sink());
        publisher.publishParcelPosted(PARCEL, posted());
        publisher.publishParcelDelivered(PARCEL, new ParcelDelivered(PARCEL, null));

        assertThat(seen).containsExactly("posted 4.50 to CH", "delivered to null");
        assertThat(transport.groups()).containsExactly("someone");
    }

    public void aMessageNobodyKnowsIsTheUnknownVariant() throws Exception {
        List<ParcelsMessage> seen = new ArrayList<>();
        ParcelsSubscriber.handling(message -> seen.add(message.payload()))
                .handle(Arrival.unknown(PARCEL, new DepotOpened("Bern")));

        assertThat(seen).hasSize(1).first().isInstanceOf(ParcelsMessage.Unknown.class);
    }

    public void aTombstoneReachesTheHandlerAsNull() throws Exception {
        List<Object> seen = new ArrayList<>();
        ParcelsSubscriber.handling(message -> {
                    seen.add(message.key());
                    seen.add(message.payload());
                })
                .handle(Arrival.of(PARCEL, null, null));

        assertThat(seen).containsExactly(PARCEL, null);
    }

    public void aHandlerOfOneKindGetsItBare() throws Exception {
        List<String> seen = new ArrayList<>();
        DepotsSubscriber.handling(message -> seen.add(message.payload().getName()))
                .handle(Arrival.of(null, ParcelServiceMessages.DEPOT_OPENED, new DepotOpened("Bern")));

        assertThat(seen).containsExactly("Bern");
    }

    public void aHandlerOfOneKindRefusesAnother() {
        assertThatThrownBy(() -> DepotsSubscriber.handling(message -> {})
                        .handle(Arrival.unknown(null, posted())))
                .isInstanceOf(PoisonMessageException.class)
                .hasMessageContaining("depotEvents")
                .hasMessageContaining("stranger");
    }

    public void theBindingNamesTheGroup() {
        assertThat(DepotsSubscriber.GROUP).isEqualTo("parcels-of-depots");
        assertThat(DepotsSubscriber.spec("g").group()).isEqualTo("g");
    }

    public void topicsAreAsTheBindingSays() {
        assertThat(ParcelServiceChannels.TOPICS).first().satisfies(topic -> {
            assertThat(topic.partitions()).isEqualTo(6);
            assertThat(topic.configuration()).containsEntry("cleanup.policy", "compact");
        });
    }

    public void everyFieldSurvivesTheWire() {
        FakeTransport transport = new FakeTransport();
        List<ParcelsMessage> seen = new ArrayList<>();
        ParcelsSubscriber.subscribe(transport, message -> seen.add(message.payload()));

        new ParcelsPublisher(transport.sink()).publishParcelPosted(PARCEL, posted());

        assertThat(seen).containsExactly(new ParcelsMessage.ParcelPosted(posted()));
    }

    private static ParcelPosted posted() {
        return ParcelPosted.newBuilder()
                .setParcelId(PARCEL)
                .setWeightInGrams(250)
                .setPrice(new BigDecimal("4.50"))
                .setPostedAt(Instant.ofEpochMilli(1))
                .setDueOn(LocalDate.of(2026, 11, 30))
                .setTo(new Address(List.of("Bundesplatz 3"), Country.CH))
                .setLabels(Map.of("fragile", "yes"))
                .build();
    }
}

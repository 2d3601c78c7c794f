import static org.assertj.core.api.Assertions.assertThat;

import gen.application.Deliveries;
import gen.application.DeliveriesReplica;
import gen.application.DeliveryPlannerChannels;
import gen.application.DeliveryPlannerReplicas;
import gen.application.Depots;
import gen.application.ParcelTable;
import gen.application.ParcelView;
import gen.application.Weights;
import gen.application.WeightsFold;
import gen.application.WeightsReplica;
import gen.counterpart.KnowDeliveries2Publisher;
import gen.counterpart.KnowDeliveriesPublisher;
import gen.counterpart.KnowParcelsPublisher;
import io.tidings.codegen.fake.FakeTransport;
import io.tidings.messaging.KeyType;
import io.tidings.messaging.MessageType;
import io.tidings.messaging.SchemaIdLocation;
import io.tidings.messaging.SubscriptionSpec;
import io.tidings.replication.AtLeast;
import io.tidings.replication.CompositeKey;
import io.tidings.replication.Coverage;
import io.tidings.replication.Deletes;
import io.tidings.replication.Feed;
import io.tidings.replication.Index;
import io.tidings.replication.ReplicaDefinition;
import io.tidings.replication.ReplicaRow;
import io.tidings.replication.ReplicaView;
import io.tidings.replication.RowFold;
import io.tidings.replication.SqlStore;
import io.tidings.replication.Staleness;
import io.tidings.replication.StoreKind;
import io.tidings.replication.VersionSource;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.Schema;
import org.parcels.ParcelPosted;
import org.parcels.Size;
import org.parcels.v2.ParcelLost;
import org.weights.Unit;

/** What a declared replica becomes. */
public final class ReplicaBehaviour {

    private static final UUID SENDER = new UUID(1, 2);

    private final FakeTransport transport = new FakeTransport();

    public void aDefinitionSaysWhatTheDocumentDeclares() {
        var parcels = DeliveryPlannerReplicas.PARCEL_VIEW;
        assertThat(parcels.view()).isEqualTo("ParcelView");
        assertThat(parcels.feeds()).hasSize(1);
        assertThat(parcels.feeds().get(0).channel().address()).isEqualTo("parcels.events");
        assertThat(parcels.feeds().get(0).version()).isEqualTo(VersionSource.header());
        assertThat(parcels.feeds().get(0).deletes()).isEqualTo(Deletes.TOMBSTONE);
        assertThat(parcels.coverage()).isEqualTo(Coverage.PARTITIONED);
        assertThat(parcels.staleness()).isEqualTo(Staleness.answerAlways());
        var count = DeliveryPlannerReplicas.PARCEL_COUNT;
        assertThat(count.feeds().get(0).version()).isEqualTo(VersionSource.field("revision"));
        assertThat(count.store()).isEqualTo(StoreKind.MEMORY);
    }

    public void aViewHasTheDeclaredFieldsAndTheVersions() {
        assertThat(ParcelView.getClassSchema().getFields())
                .extracting(Schema.Field::name)
                .containsExactly("id", "weightInGrams", "size");
        assertThat(DeliveryPlannerReplicas.PARCEL_COUNT.rows().schema().getFields())
                .extracting(Schema.Field::name)
                .containsExactly("id", "revision");
        assertThat(Deliveries.getClassSchema().getFields())
                .extracting(Schema.Field::name)
                .containsExactly("id", "size", "city", "due", "sender", "home", "rev");
    }

    public void aViewReadsWhatTheOwnerWrites() {
        List<Object> rows = received(DeliveryPlannerReplicas.PARCEL_VIEW, 0);

        new KnowParcelsPublisher(transport.sink()).publish("p1", new ParcelPosted("p1", 3L, 250, Size.M, null));

        assertThat(rows).containsExactly(new ParcelView("p1", 250, Size.M));
    }

    public void bothVersionsOfAChannelAreRowsOfTheNewerOne() {
        var definition = DeliveryPlannerReplicas.DELIVERIES;
        List<Object> rows = received(definition, 0);
        List<Object> newer = received(definition, 1);

        new KnowDeliveriesPublisher(transport.sink()).publish("p1", new ParcelPosted("p1", 3L, 250, Size.M, null));
        new KnowDeliveries2Publisher(transport.sink())
                .publishParcelPosted2(
                        "p2",
                        new org.parcels.v2.ParcelPosted(
                                "p2", 1L, org.parcels.v2.Size.XL, "Ulm", LocalDate.EPOCH, SENDER, true));

        assertThat(rows)
                .containsExactly(
                        new Deliveries("p1", org.parcels.v2.Size.M, null, null, new UUID(0, 0), false, 3L));
        assertThat(newer)
                .containsExactly(new Deliveries(
                        "p2", org.parcels.v2.Size.XL, "Ulm", LocalDate.EPOCH, SENDER, true, 1L));
        assertThat(definition.feeds()).extracting(Feed::version).containsExactly(
                VersionSource.field("rev"), VersionSource.field("rev"), VersionSource.field("revision"));
    }

    public void aFeedSaysWhereItsSchemaIdsAre() {
        assertThat(DeliveryPlannerReplicas.DELIVERIES.feeds())
                .extracting(feed -> feed.type().schemaId())
                .containsExactly(SchemaIdLocation.PAYLOAD, SchemaIdLocation.HEADER, SchemaIdLocation.PAYLOAD);
    }

    public void aDeleteMessageEndsRows() {
        Feed<String, ?, Deliveries> feed = DeliveryPlannerReplicas.DELIVERIES.feeds().get(2);
        assertThat(feed.type().payloadType()).isEqualTo(ParcelLost.class);
        assertThat(feed.effect()).isInstanceOf(Feed.Effect.Deleted.class);
        assertThat(feed.deletes()).isEqualTo(Deletes.NONE);
    }

    public void aViewIsKeptAndFoundAsDeclared() {
        var definition = DeliveryPlannerReplicas.DELIVERIES;
        assertThat(definition.coverage()).isEqualTo(Coverage.FULL_COPY);
        assertThat(definition.staleness()).isEqualTo(Staleness.failAfter(Duration.ofSeconds(30)));
        Deliveries row =
                new Deliveries("p", org.parcels.v2.Size.L, "Ulm", LocalDate.of(2026, 11, 23), SENDER, true, 1L);
        assertThat(found(DeliveriesReplica.BY_SIZE, row)).isEqualTo(List.of("L"));
        assertThat(found(DeliveriesReplica.BY_CITY, row)).isEqualTo(List.of("Ulm"));
        assertThat(found(DeliveriesReplica.BY_DUE, row)).isEqualTo(List.of("2026-11-23"));
        assertThat(found(DeliveriesReplica.BY_SENDER, row)).isEqualTo(List.of(SENDER));
        assertThat(found(DeliveriesReplica.BY_HOME, row)).isEqualTo(List.of(true));
        assertThat(found(DeliveriesReplica.BY_CITY_AND_SIZE, row)).isEqualTo(List.of(List.of("Ulm", "L")));
        assertThat(definition.indexes())
                .extracting(Index::name)
                .containsExactly("size", "city", "due", "sender", "home", "cityAndSize");
    }

    public void whatIsAbsentIsNotFound() {
        Deliveries row = new Deliveries("p", null, "Ulm", null, SENDER, false, 1L);
        assertThat(found(DeliveriesReplica.BY_SIZE, row)).isEmpty();
        assertThat(found(DeliveriesReplica.BY_DUE, row)).isEmpty();
        assertThat(found(DeliveriesReplica.BY_CITY_AND_SIZE, row)).isEmpty();
    }

    public void queriesAskForWhatIndexesFind() {
        KnownRows<String, Deliveries> rows = new KnownRows<>(DeliveryPlannerReplicas.DELIVERIES, Map.of());
        DeliveriesReplica deliveries = new DeliveriesReplica(
                rows.view(),
                new KnownRows<>(DeliveryPlannerReplicas.DEPOTS, Map.of()).view(),
                new KnownRows<>(DeliveryPlannerReplicas.PARCEL_TABLE, Map.of()).view());

        deliveries.get("p", AtLeast.version(3), Duration.ofSeconds(1));
        deliveries.bySize(org.parcels.v2.Size.L);
        deliveries.byDue(LocalDate.EPOCH);
        deliveries.byHome(true);
        deliveries.byCityAndSize("Ulm", org.parcels.v2.Size.L);

        assertThat(rows.asked())
                .containsExactly(
                        List.of("p", AtLeast.version(3), Duration.ofSeconds(1)),
                        List.of(DeliveriesReplica.BY_SIZE, "L"),
                        List.of(DeliveriesReplica.BY_DUE, "1970-01-01"),
                        List.of(DeliveriesReplica.BY_HOME, true),
                        List.of(DeliveriesReplica.BY_CITY_AND_SIZE, List.of("Ulm", "L")));
        assertThat(DeliveriesReplica.BY_CITY_AND_SIZE.type())
                .hasToString(CompositeKey.of(KeyType.STRING, KeyType.STRING).toString());
    }

    public void aFoldInJavaMakesRows() {
        ReplicaDefinition<String, Weights> definition = DeliveryPlannerReplicas.weights(new Weighing());
        assertThat(definition.feeds())
                .extracting(feed -> feed.effect().getClass().getSimpleName())
                .containsExactly("Folded", "Folded");
        @SuppressWarnings("unchecked")
        var effect = (Feed.Effect.Folded<org.parcels.v2.ParcelPosted, Weights>)
                definition.feeds().get(0).effect();
        assertThat(effect.revision()).isEqualTo("by parcels");
        @SuppressWarnings("unchecked")
        var fold = (RowFold<Object, Weights>) (Object) effect.fold();
        Object posted = new org.parcels.v2.ParcelPosted("p", 1L, null, null, null, SENDER, false);
        assertThat(fold.fold(Optional.of(new Weights(4L, Unit.GRAM)), posted)).contains(new Weights(5L, Unit.GRAM));
        assertThat(found(WeightsReplica.BY_UNIT, new Weights(4L, Unit.OUNCE))).isEqualTo(List.of("OUNCE"));
    }

    public void aRowIsReadWithThoseThatBelongToIt() {
        Deliveries row = new Deliveries("p", null, "Ulm", null, SENDER, true, 1L);
        Deliveries nowhere = new Deliveries("q", null, null, null, SENDER, true, 1L);
        ParcelTable parcel = new ParcelTable("p", 3L, 250, Size.M, null);
        KnownRows<String, Deliveries> deliveries =
                new KnownRows<>(DeliveryPlannerReplicas.DELIVERIES, Map.of("p", row, "q", nowhere));
        KnownRows<String, Depots> depots =
                new KnownRows<>(DeliveryPlannerReplicas.DEPOTS, Map.of("Ulm", new Depots("Am Gleis 3")));
        KnownRows<String, ParcelTable> parcels =
                new KnownRows<>(DeliveryPlannerReplicas.PARCEL_TABLE, Map.of("p", parcel));
        DeliveriesReplica replica = new DeliveriesReplica(deliveries.view(), depots.view(), parcels.view());

        assertThat(replica.withDepot().get("p").orElseThrow().right().orElseThrow().value().getStreet())
                .isEqualTo("Am Gleis 3");
        assertThat(replica.withDepot().get("q").orElseThrow().right()).isEmpty();
        assertThat(replica.withParcel().get("p").orElseThrow().right().orElseThrow().value()).isEqualTo(parcel);
        assertThat(replica.withDepot().get("r")).isEmpty();
    }

    public void theTablesOfAViewAreThoseOfItsDefinition() {
        Map<String, String> configuration =
                Map.of("application.id", "planner", "bootstrap.servers", "127.0.0.1:9092");
        assertThat(DeliveryPlannerReplicas.sqlSchema(configuration))
                .isEqualTo(SqlStore.ddl(configuration, DeliveryPlannerReplicas.PARCEL_TABLE))
                .contains("CREATE TABLE", "weight_in_grams");
    }

    private static final class Weighing implements WeightsFold {
        @Override
        public String revision() {
            return "by parcels";
        }

        @Override
        public Optional<Weights> parcelPosted2(Optional<Weights> before, org.parcels.v2.ParcelPosted event) {
            return Optional.of(new Weights(before.map(Weights::getTotal).orElse(0L) + 1, Unit.GRAM));
        }

        @Override
        public Optional<Weights> parcelLost(Optional<Weights> before, ParcelLost event) {
            return Optional.empty();
        }
    }

    /** A view of these rows, and what it is asked for. */
    private static final class KnownRows<K, V> {
        private final ReplicaDefinition<K, V> definition;
        private final Map<K, V> rows;
        private final List<List<Object>> asked = new ArrayList<>();

        KnownRows(ReplicaDefinition<K, V> definition, Map<K, V> rows) {
            this.definition = definition;
            this.rows = rows;
        }

        @SuppressWarnings("unchecked")
        ReplicaView<K, V> view() {
            return (ReplicaView<K, V>) Proxy.newProxyInstance(
                    KnownRows.class.getClassLoader(),
                    new Class<?>[] {ReplicaView.class},
                    (proxy, method, arguments) -> switch (method.getName()) {
                        case "definition" -> definition;
                        case "row" -> Optional.ofNullable(rows.get(arguments[0]))
                                .map(row -> new ReplicaRow<>(row, 1, Instant.EPOCH));
                        default -> {
                            asked.add(List.of(arguments));
                            yield method.getReturnType() == Map.class ? Map.of() : Optional.empty();
                        }
                    });
        }

        List<List<Object>> asked() {
            return asked;
        }
    }

    private static <V> List<Object> found(Index<V, ?> index, V row) {
        return new ArrayList<>(index.values(row));
    }

    /** What one of a view's feeds makes of what comes. */
    private <V> List<Object> received(ReplicaDefinition<String, V> definition, int feed) {
        List<Object> rows = new ArrayList<>();
        MessageType<?> type = definition.feeds().get(feed).type();
        transport.subscribe(
                new SubscriptionSpec<>(definition.feeds().get(feed).channel(), List.of(type), "replica"),
                message -> rows.add(message.payload()));
        return rows;
    }

    public void eachViewHasTheChannelsThatFeedIt() {
        assertThat(DeliveryPlannerReplicas.DELIVERIES.addresses())
                .containsExactly(
                        DeliveryPlannerChannels.PARCEL_EVENTS.address(),
                        DeliveryPlannerChannels.PARCEL_EVENTS2.address());
    }
}

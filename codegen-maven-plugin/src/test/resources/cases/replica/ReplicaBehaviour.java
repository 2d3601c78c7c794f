import static org.assertj.core.api.Assertions.assertThat;

import gen.application.DeliveryPlannerReplicas;
import gen.application.ParcelView;
import gen.counterpart.KnowParcelsPublisher;
import io.tidings.codegen.fake.FakeTransport;
import io.tidings.messaging.SubscriptionSpec;
import io.tidings.replication.Deletes;
import io.tidings.replication.StoreKind;
import io.tidings.replication.VersionSource;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.parcels.ParcelPosted;
import org.parcels.Size;

/** What a declared replica becomes. */
public final class ReplicaBehaviour {

    public void aDefinitionSaysWhatTheDocumentDeclares() {
        assertThat(DeliveryPlannerReplicas.PARCEL_VIEW.view()).isEqualTo("ParcelView");
        assertThat(DeliveryPlannerReplicas.PARCEL_VIEW.channel().address()).isEqualTo("parcels.events");
        assertThat(DeliveryPlannerReplicas.PARCEL_VIEW.version()).isEqualTo(VersionSource.header());
        assertThat(DeliveryPlannerReplicas.PARCEL_VIEW.deletes()).isEqualTo(Deletes.TOMBSTONE);
        assertThat(DeliveryPlannerReplicas.PARCEL_COUNT.version()).isEqualTo(VersionSource.field("revision"));
        assertThat(DeliveryPlannerReplicas.PARCEL_COUNT.store()).isEqualTo(StoreKind.MEMORY);
    }

    public void aViewHasTheDeclaredFieldsAndTheVersions() {
        assertThat(ParcelView.getClassSchema().getFields())
                .extracting(Schema.Field::name)
                .containsExactly("id", "weightInGrams", "size");
        assertThat(DeliveryPlannerReplicas.PARCEL_COUNT.type().schema().getFields())
                .extracting(Schema.Field::name)
                .containsExactly("id", "revision");
    }

    public void aViewReadsWhatTheOwnerWrites() {
        FakeTransport transport = new FakeTransport();
        List<Object> rows = new ArrayList<>();
        var definition = DeliveryPlannerReplicas.PARCEL_VIEW;
        transport.subscribe(
                new SubscriptionSpec<>(definition.channel(), List.of(definition.type()), "replica"),
                message -> rows.add(message.payload()));

        new KnowParcelsPublisher(transport.sink()).publish("p1", new ParcelPosted("p1", 3L, 250, Size.M, null));

        assertThat(rows).containsExactly(new ParcelView("p1", 250, Size.M));
    }
}

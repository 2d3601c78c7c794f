import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gen.application.AskManyGatherer;
import gen.application.AskStatusRequestor;
import gen.application.DimLightsSubscriber;
import gen.application.DimParameters;
import gen.application.LightsPublisher;
import gen.application.MeasuredParameters;
import gen.application.StreetLightsChannels;
import gen.counterpart.AskManyReplier;
import gen.counterpart.AskStatusReplier;
import gen.counterpart.DimLightsNotifier;
import gen.counterpart.LightsSubscriber;
import gen.counterpart.StatusParameters;
import io.tidings.codegen.fake.FakeTransport;
import io.tidings.codegen.fake.RecordingSink;
import io.tidings.messaging.AddressParameterException;
import io.tidings.messaging.Gather;
import io.tidings.messaging.SendOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lights.Dim;
import org.lights.Failed;
import org.lights.Measured;
import org.lights.Place;
import org.lights.Query;
import org.lights.State;
import org.lights.Zone;

/** What a user does with channels whose address has parameters. */
public final class ParametersBehaviour {

    private static final Duration SECOND = Duration.ofSeconds(1);

    public void parametersThatThePayloadHoldsNeedNotBeGiven() {
        RecordingSink sink = new RecordingSink();
        new LightsPublisher(sink).publishMeasured("lamp-1", new Measured(new Place("main-st"), "3", 10));

        assertThat(sink.last().address()).isEqualTo("lights.main-st.3.measured");
        assertThat(sink.last().channel())
                .isEqualTo(
                        StreetLightsChannels.measured(new MeasuredParameters("main-st", MeasuredParameters.Zone._3)));
    }

    public void parametersThatThePayloadMayLackAreGiven() {
        RecordingSink sink = new RecordingSink();
        MeasuredParameters main = MeasuredParameters.withDefaults("main-st");
        new LightsPublisher(sink).publishFailed(main, "lamp-1", new Failed(null, "3"));

        assertThat(sink.last().address()).isEqualTo("lights.main-st.city-north.measured");
    }

    public void aTombstoneHasNoPayloadToTakeThemFrom() {
        RecordingSink sink = new RecordingSink();
        new LightsPublisher(sink)
                .publishTombstone(MeasuredParameters.withDefaults("main-st"), "lamp-1", SendOptions.NONE);

        assertThat(sink.last().address()).isEqualTo("lights.main-st.city-north.measured");
        assertThat(sink.last().payload()).isNull();
    }

    public void whatCannotBeATopicIsRefusedWhereItIsMade() {
        assertThatThrownBy(() -> MeasuredParameters.withDefaults("main street"))
                .isInstanceOf(AddressParameterException.class)
                .hasMessageContaining("'streetId' cannot be 'main street'");
        assertThatThrownBy(() -> new LightsPublisher(new RecordingSink())
                        .publishMeasured("lamp-1", new Measured(new Place("main"), "nowhere", 10)))
                .hasMessage("Parameter 'zone' cannot be 'nowhere': it is none of city-north, city-south, 3");
    }

    public void aSubscriberHearsOfTheAddressesItNamesAndIsToldWhich() {
        FakeTransport transport = new FakeTransport();
        List<String> seen = new ArrayList<>();
        var main = new gen.counterpart.MeasuredParameters("main", gen.counterpart.MeasuredParameters.Zone.CITY_SOUTH);
        var high = gen.counterpart.MeasuredParameters.withDefaults("high");
        LightsSubscriber.subscribe(
                transport,
                List.of(main, high),
                (message, parameters) -> seen.add(parameters.streetId() + " " + parameters.zone()));

        LightsPublisher publisher = new LightsPublisher(transport.sink());
        publisher.publishMeasured("1", new Measured(new Place("main"), "city-south", 10));
        publisher.publishMeasured("1", new Measured(new Place("main"), "city-north", 10));
        publisher.publishMeasured("2", new Measured(new Place("high"), "city-north", 10));

        assertThat(seen).containsExactly("main city-south", "high city-north");
    }

    public void aParameterWithADefaultAndAKeywordsName() {
        FakeTransport transport = new FakeTransport();
        List<String> seen = new ArrayList<>();
        DimLightsSubscriber.subscribe(
                transport,
                DimParameters.withDefaults(),
                (message, parameters) -> seen.add(message.origin().address() + " " + parameters.class_()));
        new DimLightsNotifier(transport.sink()).send(gen.counterpart.DimParameters.withDefaults(), new Dim(50));

        assertThat(seen).containsExactly("dim-led led");
    }

    public void requestsAreAskedAndAnsweredByParameters() throws InterruptedException {
        FakeTransport transport = new FakeTransport();
        AskStatusReplier.serve(
                transport,
                new StatusParameters(StatusParameters.Zone.NORTH),
                (request, parameters) -> new State(parameters.zone() == StatusParameters.Zone.NORTH));
        AskManyReplier.serve(
                transport,
                List.of(new StatusParameters(StatusParameters.Zone.SOUTH)),
                (request, parameters) -> Optional.of(new State(false)));
        try (AskStatusRequestor requestor = AskStatusRequestor.open(transport);
                AskManyGatherer gatherer = AskManyGatherer.open(transport)) {
            assertThat(requestor.requestAndWait(new Query(Zone.north), SECOND).getLit())
                    .isTrue();
            assertThat(gatherer.gatherAndWait(new Query(Zone.south), Gather.untilDeadline(SECOND))
                            .replies())
                    .hasSize(1);
        }
    }

    public void topicsAreAFunctionOfTheParameters() {
        MeasuredParameters main = MeasuredParameters.withDefaults("main");

        assertThat(StreetLightsChannels.TOPICS)
                .singleElement()
                .satisfies(topic -> assertThat(topic.name()).isEqualTo("status.replies"));
        assertThat(StreetLightsChannels.measuredTopic(main).name()).isEqualTo("lights.main.city-north.measured");
        assertThat(StreetLightsChannels.measuredTopic(main).partitions()).isEqualTo(2);
        assertThat(MeasuredParameters.parse("lights.main.city-north.measured")).contains(main);
        assertThat(MeasuredParameters.parse("lights.main.nowhere.measured")).isEmpty();
    }
}

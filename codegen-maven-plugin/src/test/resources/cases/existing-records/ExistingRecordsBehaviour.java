import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.rates.ExchangeRate;
import gen.application.PaidView;
import gen.application.PaymentsReplicas;
import gen.application.TellAuditsPublisher;
import gen.application.TellMuchReplier;
import gen.application.TellPaidPublisher;
import gen.application.TellRatesPublisher;
import gen.counterpart.RatesParameters;
import gen.counterpart.TellAuditsSubscriber;
import gen.counterpart.TellMuchRequestor;
import gen.counterpart.TellPaidSubscriber;
import gen.counterpart.TellRatesSubscriber;
import io.tidings.codegen.fake.FakeTransport;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Received;
import io.tidings.messaging.SubscriptionSpec;
import io.tidings.messaging.WireSchema;
import io.tidings.messaging.avro.RecordCodec;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.shared.Account;
import org.shared.Currency;
import org.shared.Money;
import org.shared.Seal;
import org.shop.Paid;
import org.shop.PaidEitherChoice;

/**
 * What a user does with classes that were there before, which Avro's own compiler made of schemas that are not quite the document's:
 * fields and symbols in another order, one more, one less, another name, decimals as bytes.
 */
public final class ExistingRecordsBehaviour {

    private static final Account ACCOUNT = new Account(7L);

    private final FakeTransport transport = new FakeTransport();

    private static Money money(int cents, Currency currency) {
        // Avro's plugin makes no BigDecimal unless it is told to.
        return new Money(null, currency, ByteBuffer.wrap(new byte[] {(byte) (cents >> 8), (byte) cents}));
    }

    private static Paid paid() {
        return Paid.builder()
                .id("p1")
                .total(money(950, Currency.EUR))
                .parts(List.of(money(400, Currency.EUR), money(550, Currency.USD)))
                .limits(Map.of("day", money(9_999, Currency.USD)))
                .seal(new Seal(new byte[] {1, 2, 3, 4}))
                .either(PaidEitherChoice.of(money(1, Currency.USD)))
                .fee(new BigDecimal("0.125"))
                .build();
    }

    public void aGeneratedRecordHoldsThem() {
        List<Received<Account, Paid>> seen = new ArrayList<>();
        TellPaidSubscriber.subscribe(transport, seen::add);

        new TellPaidPublisher(transport).publish(ACCOUNT, paid());

        assertThat(seen).singleElement().satisfies(message -> {
            assertThat(message.key()).isEqualTo(ACCOUNT);
            assertThat(message.payload()).isEqualTo(paid());
            assertThat(message.payload().getTotal().getAmount())
                    .isEqualTo(money(950, Currency.EUR).getAmount());
            assertThat(message.payload().getFee()).isEqualTo("0.125");
            assertThat(message.payload().getEitherChoice()).isInstanceOf(PaidEitherChoice.OfMoney.class);
        });
    }

    public void whatTravelsIsWhatTheDocumentSays() {
        Schema wire = gen.application.PaymentsMessages.PAID.schema();

        assertThat(wire.getField("total").schema().getFields())
                .extracting(Schema.Field::name)
                .containsExactly("amount", "currency");
        assertThat(Paid.getClassSchema().getField("total").schema()).isEqualTo(Money.getClassSchema());
        assertThat(WireSchema.of(Paid.getClassSchema())).isNotEqualTo(wire);
    }

    public void aGeneratedRecordHasItsCodecAllTheSame() {
        assertThat(RecordCodec.of(Paid.class)).isPresent();
        assertThat(RecordCodec.of(Money.class)).isEmpty();
    }

    public void aPayloadIsOneByAnotherName() {
        List<ExchangeRate> seen = new ArrayList<>();
        TellRatesSubscriber.subscribe(transport, new RatesParameters("USD"), (message, at) -> {
            seen.add(message.payload());
        });
        ExchangeRate rate = new ExchangeRate(1.25, Currency.EUR, Currency.USD, Instant.ofEpochMilli(5));

        new TellRatesPublisher(transport).publish(rate);

        assertThat(seen).containsExactly(rate);
    }

    public void whatTheDocumentCannotSayIsRefusedOneByOne() {
        TellAuditsPublisher audits = new TellAuditsPublisher(transport);

        audits.publishMoneyMoved(ACCOUNT, money(1, Currency.USD));
        assertThatThrownBy(() -> audits.publishMoneyMoved(ACCOUNT, money(1, Currency.CHF)))
                .isInstanceOf(PoisonMessageException.class)
                .hasMessageContaining("CHF");
    }

    public void severalKindsAreToldApart() {
        List<Object> seen = new ArrayList<>();
        TellAuditsSubscriber.subscribe(transport, message -> {
            seen.add(message.key());
            seen.add(message.payload().match(money -> money, paid -> paid, unknown -> "unknown"));
        });
        TellAuditsPublisher audits = new TellAuditsPublisher(transport);

        audits.publishMoneyMoved(ACCOUNT, money(300, Currency.USD));
        audits.publishPaid(ACCOUNT, paid());

        assertThat(seen).containsExactly(ACCOUNT, money(300, Currency.USD), ACCOUNT, paid());
    }

    public void theyAreRequestsAndReplies() throws Exception {
        TellMuchReplier.serve(
                transport, request -> money((int) request.payload().getNumber(), Currency.EUR));
        try (TellMuchRequestor requestor = TellMuchRequestor.open(transport)) {
            assertThat(requestor.requestAndWait(ACCOUNT, Duration.ofSeconds(5))).isEqualTo(money(7, Currency.EUR));
        }
    }

    public void aViewHoldsThem() {
        var definition = PaymentsReplicas.PAID_VIEW;
        List<Object> rows = new ArrayList<>();
        transport.subscribe(
                new SubscriptionSpec<>(
                        definition.feeds().get(0).channel(), List.of(definition.feeds().get(0).type()), "replica"),
                message -> rows.add(message.payload()));

        new gen.counterpart.KeepPaidPublisher(transport).publish(ACCOUNT, paid());

        assertThat(rows).containsExactly(new PaidView("p1", money(950, Currency.EUR)));
    }
}

package gen.counterpart;

import com.acme.rates.ExchangeRate;
import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageType;
import io.tidings.messaging.avro.ExistingClasses;
import org.shared.Account;
import org.shared.Money;
import org.shop.Paid;

/** The kinds of message of Payments. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class PaymentsMessages {
    /** Message {@code Paid}. */
    public static final MessageType<Paid> PAID =
            new MessageType<>("Paid", Paid.class, ExistingClasses.parse(
                    "{\"type\":\"record\",\"name\":\"Paid\",\"namespace\":\"org.shop\",\"fields\":[{\"name\":\"id"
                    + "\",\"type\":\"string\"},{\"name\":\"total\",\"type\":{\"type\":\"record\",\"name\":\"Money\",\""
                    + "namespace\":\"org.shared\",\"doc\":\"An amount in some currency.\",\"fields\":[{\"nam"
                    + "e\":\"amount\",\"type\":{\"type\":\"bytes\",\"logicalType\":\"decimal\",\"precision\":10,\""
                    + "scale\":2}},{\"name\":\"currency\",\"type\":{\"type\":\"enum\",\"name\":\"Currency\",\"symb"
                    + "ols\":[\"EUR\",\"USD\"]}}]}},{\"name\":\"parts\",\"type\":{\"type\":\"array\",\"items\":\"org"
                    + ".shared.Money\"}},{\"name\":\"limits\",\"type\":{\"type\":\"map\",\"values\":[\"null\",\"or"
                    + "g.shared.Money\"]}},{\"name\":\"seal\",\"type\":{\"type\":\"fixed\",\"name\":\"Seal\",\"nam"
                    + "espace\":\"org.shared\",\"size\":4}},{\"name\":\"refund\",\"type\":[\"null\",\"org.shared"
                    + ".Money\"],\"default\":null},{\"name\":\"either\",\"type\":[\"string\",\"org.shared.Curr"
                    + "ency\",\"org.shared.Money\",\"org.shared.Seal\"]},{\"name\":\"fee\",\"type\":{\"type\":\""
                    + "bytes\",\"logicalType\":\"decimal\",\"precision\":8,\"scale\":3}}]}"));

    /** Message {@code Rate}. */
    public static final MessageType<ExchangeRate> RATE =
            new MessageType<>("Rate", ExchangeRate.class, ExistingClasses.parse(
                    "{\"type\":\"record\",\"name\":\"Rate\",\"namespace\":\"org.rates\",\"fields\":[{\"name\":\"f"
                    + "rom\",\"type\":{\"type\":\"enum\",\"name\":\"Currency\",\"namespace\":\"org.shared\",\"symb"
                    + "ols\":[\"EUR\",\"USD\"]}},{\"name\":\"to\",\"type\":\"org.shared.Currency\"},{\"name\":\"ra"
                    + "te\",\"type\":\"double\"},{\"name\":\"at\",\"type\":{\"type\":\"long\",\"logicalType\":\"time"
                    + "stamp-millis\"}},{\"name\":\"source\",\"type\":\"string\",\"default\":\"ecb\"}]}"));

    /** Message {@code MoneyMoved}. */
    public static final MessageType<Money> MONEY_MOVED =
            new MessageType<>("MoneyMoved", Money.class, ExistingClasses.parse(
                    "{\"type\":\"record\",\"name\":\"Money\",\"namespace\":\"org.shared\",\"doc\":\"An amount i"
                    + "n some currency.\",\"fields\":[{\"name\":\"amount\",\"type\":{\"type\":\"bytes\",\"logica"
                    + "lType\":\"decimal\",\"precision\":10,\"scale\":2}},{\"name\":\"currency\",\"type\":{\"typ"
                    + "e\":\"enum\",\"name\":\"Currency\",\"symbols\":[\"EUR\",\"USD\"]}}]}"));

    /** Message {@code HowMuch}. */
    public static final MessageType<Account> HOW_MUCH =
            new MessageType<>("HowMuch", Account.class, ExistingClasses.parse(
                    "{\"type\":\"record\",\"name\":\"Account\",\"namespace\":\"org.shared\",\"fields\":[{\"name"
                    + "\":\"number\",\"type\":\"long\"}]}"));

    /** Message {@code SoMuch}. */
    public static final MessageType<Money> SO_MUCH =
            new MessageType<>("SoMuch", Money.class, ExistingClasses.parse(
                    "{\"type\":\"record\",\"name\":\"Money\",\"namespace\":\"org.shared\",\"doc\":\"An amount i"
                    + "n some currency.\",\"fields\":[{\"name\":\"amount\",\"type\":{\"type\":\"bytes\",\"logica"
                    + "lType\":\"decimal\",\"precision\":10,\"scale\":2}},{\"name\":\"currency\",\"type\":{\"typ"
                    + "e\":\"enum\",\"name\":\"Currency\",\"symbols\":[\"EUR\",\"USD\"]}}]}"));

    private PaymentsMessages() {}
}

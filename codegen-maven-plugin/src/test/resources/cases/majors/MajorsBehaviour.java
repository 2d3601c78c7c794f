import gen.application.migration.CancelledDowncaster;
import gen.application.migration.CancelledUpcaster;
import gen.application.migration.PlacedDowncaster;
import gen.application.migration.PlacedUpcaster;
import gen.v1.shop.Line;
import io.tidings.messaging.Downcaster;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Upcaster;
import io.tidings.messaging.avro.DatumInput;
import io.tidings.messaging.avro.DatumOutput;
import io.tidings.messaging.avro.RecordCodec;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shop.Cost;
import org.shop.Item;
import org.shop.Locker;
import org.shop.OrderCancelled;
import org.shop.OrderPlaced;
import org.shop.Size;
import org.shop.Why;

/** Version 1 and version 2 in one program: what is copied, what a person decides, and what comes back. */
public final class MajorsBehaviour {

    private static final PlacedUpcaster UP = new PlacedUpcaster() {
        @Override
        public String noteWhenNull(gen.v1.shop.OrderPlaced older) {
            return "none for " + older.getCustomerName();
        }

        @Override
        public String currencyOfLine(Line older) {
            return "EUR";
        }
    };

    private static final PlacedDowncaster DOWN = new PlacedDowncaster() {
        @Override
        public gen.v1.shop.Size xlOfSize() {
            return gen.v1.shop.Size.L;
        }

        @Override
        public int amount(OrderPlaced newer) {
            return Math.toIntExact(newer.getAmount());
        }

        @Override
        public BigDecimal priceOfItem(Item newer) {
            return newer.getPrice();
        }

        @Override
        public Object toLocker(Locker value) {
            throw new PoisonMessageException("Version 1 delivers to no locker", null);
        }

        @Override
        public Integer tagsValue(long value) {
            return (int) value;
        }

        @Override
        public Instant at(OrderPlaced newer) {
            return newer.getAt().truncatedTo(ChronoUnit.MILLIS);
        }

        @Override
        public String region(OrderPlaced newer) {
            return "north";
        }
    };

    private static gen.v1.shop.OrderPlaced older(Object to) {
        Line part = Line.newBuilder()
                .setSku("p")
                .setPrice(new BigDecimal("1.25"))
                .setParts(List.of())
                .build();
        Line line =
                Line.newBuilder(part).setSku("l").setParts(List.of(part, part)).build();
        Map<String, Integer> tags = new HashMap<>();
        tags.put("a", 1);
        tags.put("b", null);
        return gen.v1.shop.OrderPlaced.newBuilder()
                .setId(new UUID(1, 2))
                .setSize(gen.v1.shop.Size.L)
                .setAmount(7)
                .setNote("ring twice")
                .setCustomerName("Ada")
                .setLines(List.of(line))
                .setTo(to)
                .setTags(tags)
                .setAt(Instant.parse("2026-11-23T07:00:00.123Z"))
                .setCode(new gen.v1.shop.Code(new byte[] {1, 2}))
                .setPhoto(ByteBuffer.wrap(new byte[] {3, 4, 5}))
                .setRegion("north")
                .build();
    }

    public void whatBothHaveIsCopiedAndNewFieldsGetTheirDefaults() {
        OrderPlaced newer = UP.upcast(older(gen.v1.shop.Size.S));
        check(newer.getSize() == Size.L && newer.getTo() == Size.S, newer);
        check(
                newer.getAmount() == 7
                        && newer.getCustomer().equals("Ada")
                        && newer.getShop().equals("web"),
                newer);
        check(newer.getTags().get("a") == 1L && newer.getTags().containsKey("b"), newer);
        check(newer.getLines().get(0).getParts().get(1).getCurrency().equals("EUR"), newer);
        check(newer.getNote().equals("ring twice"), newer);
        gen.v1.shop.OrderPlaced silent = older(gen.v1.shop.Size.S);
        silent.setNote(null);
        check(UP.upcast(silent).getNote().equals("none for Ada"), silent);
    }

    public void thereAndBackGivesTheSameBytes() throws Exception {
        for (Object to : List.of(
                gen.v1.shop.Size.S,
                new gen.v1.shop.Address("Elm Street"),
                List.of(gen.v1.shop.Size.S, gen.v1.shop.Size.L))) {
            byte[] sent = write(older(to));
            OrderPlaced newer = UP.upcast(read(gen.v1.shop.OrderPlaced.class, sent));
            OrderPlaced received = read(OrderPlaced.class, write(newer));
            check(received.equals(newer), received);
            check(Arrays.equals(write(DOWN.downcast(received)), sent), received);
        }
    }

    public void nothingThatCanBeChangedIsShared() {
        gen.v1.shop.OrderPlaced older = older(gen.v1.shop.Size.S);
        OrderPlaced newer = UP.upcast(older);
        newer.getPhoto().put(0, (byte) 9);
        newer.getCode().bytes()[0] = 9;
        newer.getTags().clear();
        newer.getLines().clear();
        check(older.equals(older(gen.v1.shop.Size.S)), older);
    }

    public void whatTheOlderVersionCannotSayIsDecidedByAPerson() {
        OrderPlaced newer = UP.upcast(older(gen.v1.shop.Size.S));
        newer.setSize(Size.XL);
        check(DOWN.downcast(newer).getSize() == gen.v1.shop.Size.L, newer);
        newer.setTo(new Locker(7L));
        try {
            DOWN.downcast(newer);
            throw new AssertionError("There is no locker in version 1");
        } catch (PoisonMessageException expected) {
            check(!expected.retryable(), expected);
        }
        newer.setTo("nowhere");
        try {
            DOWN.downcast(newer);
            throw new AssertionError("No branch is a text");
        } catch (PoisonMessageException expected) {
            check(expected.getMessage().equals("In to, java.lang.String is none of the union's branches"), expected);
        }
    }

    public void whereNothingIsLeftToDecideThereIsAnInstance() {
        Upcaster<gen.v1.shop.OrderCancelled, OrderCancelled> up = CancelledUpcaster.INSTANCE;
        Downcaster<OrderCancelled, gen.v1.shop.OrderCancelled> down = CancelledDowncaster.INSTANCE;
        gen.v1.shop.OrderCancelled first = gen.v1.shop.OrderCancelled.newBuilder()
                .setId("1")
                .setWhy(gen.v1.shop.Why.LATE)
                .setBy("Ada")
                .build();
        gen.v1.shop.OrderCancelled second = new gen.v1.shop.OrderCancelled("2", gen.v1.shop.Why.OTHER, first, null);
        OrderCancelled newer = up.upcast(second);
        check(newer.getAfter().getCause() == Why.LATE && newer.getFee() == 0 && newer.getCost() == Cost.FREE, newer);
        check(down.downcast(newer).equals(second), newer);
        newer.setCause(Why.LOST);
        check(down.downcast(newer).getWhy() == gen.v1.shop.Why.OTHER, "the enum's default");
    }

    private static <T> byte[] write(T record) throws Exception {
        @SuppressWarnings("unchecked")
        RecordCodec<T> codec =
                (RecordCodec<T>) RecordCodec.of(record.getClass()).orElseThrow();
        DatumOutput out = new DatumOutput();
        codec.write(record, out);
        return out.toByteArray();
    }

    private static <T> T read(Class<T> type, byte[] bytes) throws Exception {
        return RecordCodec.of(type).orElseThrow().read(new DatumInput(bytes, 0));
    }

    private static void check(boolean holds, Object what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}

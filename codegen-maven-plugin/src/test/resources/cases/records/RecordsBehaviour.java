import io.tidings.messaging.serde.RecordModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecordBase;
import org.post.Address;
import org.post.Mark;
import org.post.Posted;
import org.post.PostedToChoice;
import org.post.Size;

/** Every Avro tool works with the record classes, without any system property. */
public final class RecordsBehaviour {

    private static Posted posted() {
        return Posted.newBuilder()
                .setId(new UUID(1, 2))
                .setGrams(500)
                .setAt(Instant.parse("2026-11-23T06:00:00.123456Z"))
                .setPrice(new BigDecimal("9.50"))
                .setMark(new Mark(new byte[] {1, 2, 3, 4}))
                .setTo(new Address("Elm Street"))
                .setStops(List.of(new Address("Oak Street")))
                .build();
    }

    private static org.post.nasty.Object nasty() {
        return org.post.nasty.Object.newBuilder()
                .setClass$(1)
                .setSchema$(2)
                .setSpecificData$2(3)
                .setEncoder$2(4)
                .setClassSchema$(5)
                .setJava("java")
                .setOrg(6)
                .setValue("v")
                .setOther(1)
                .setRecord(true)
                .setString(new org.post.nasty.String(List.of("a")))
                .setList(org.post.nasty.List.int$)
                .setOverride(new org.post.nasty.Override(new byte[1]))
                .setAB(7)
                .setAB$2(8)
                .setAB$0(9)
                .build();
    }

    public void buildersHeedDefaultsAndCutTimesToWhatTravels() {
        Posted posted = posted();
        check(
                posted.getSize() == Size.S
                        && posted.getNote() == null
                        && posted.getTags().isEmpty(),
                posted);
        check(posted.getAt().equals(Instant.parse("2026-11-23T06:00:00.123Z")), posted);
        check(Posted.newBuilder(posted).build().equals(posted), posted);
        check(
                Posted.newBuilder(Posted.newBuilder(posted))
                                .clearNote()
                                .setGrams(1)
                                .build()
                                .getGrams()
                        == 1,
                posted);
        try {
            Posted.newBuilder().build();
            throw new AssertionError("The id is missing");
        } catch (AvroRuntimeException expected) {
            check(expected.getMessage().contains("id"), expected.getMessage());
        }
    }

    public void stagedBuildersAskForWhatHasToBeSet() {
        Posted staged = Posted.builder()
                .id(new UUID(1, 2))
                .grams(500)
                .at(Instant.parse("2026-11-23T06:00:00.123456Z"))
                .price(new BigDecimal("9.50"))
                .mark(new Mark(new byte[] {1, 2, 3, 4}))
                .stops(List.of(new Address("Oak Street")))
                .to(PostedToChoice.of(new Address("Elm Street")))
                .build();
        check(staged.equals(posted()), staged);
        check(
                org.post.nasty.Object.builder()
                        .class$(1)
                        .schema$(2)
                        .specificData$2(3)
                        .encoder$2(4)
                        .classSchema$(5)
                        .org(6)
                        .aB(7)
                        .aB$2(8)
                        .AB$0(9)
                        .value("v")
                        .other(1)
                        .record(true)
                        .String(new org.post.nasty.String(List.of("a")))
                        .list(org.post.nasty.List.int$)
                        .override(new org.post.nasty.Override(new byte[1]))
                        .java("java")
                        .build()
                        .equals(nasty()),
                nasty());
        try {
            Posted.builder().id(null);
            throw new AssertionError("An id cannot be null");
        } catch (NullPointerException expected) {
            check("id".equals(expected.getMessage()), expected);
        }
    }

    public void fieldsOfSeveralTypesAreReadAndSetAsOneOfThem() {
        Posted posted = posted();
        check(posted.getToChoice() instanceof PostedToChoice.OfAddress, posted.getToChoice());
        check(where(posted).equals("Elm Street"), posted);
        posted.setTo(PostedToChoice.of("here"));
        check(posted.getTo().equals("here") && where(posted).equals("here"), posted);
        posted.setTo(Size.L);
        check(where(posted).equals("L"), posted);
        posted.setTo(new org.apache.avro.util.Utf8("there"));
        check(where(posted).equals("there"), posted);
        posted.setTo(null);
        check(posted.getToChoice() == null, posted);
        posted.setTo(1);
        try {
            posted.getToChoice();
            throw new AssertionError("It holds no number");
        } catch (IllegalArgumentException expected) {
            check("Field 'to' holds no java.lang.Integer".equals(expected.getMessage()), expected);
        }
    }

    private static String where(Posted posted) {
        return posted.getToChoice()
                .<String>match(Address::getStreet, locker -> "#" + locker.getNumber(), Size::name, text -> text);
    }

    public void avrosOwnReadersAndWritersWork() throws Exception {
        for (SpecificRecordBase record : List.of(posted(), nasty())) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
            SpecificData model = RecordModel.of(record.getClass());
            new SpecificDatumWriter<Object>(record.getSchema(), model).write(record, encoder);
            encoder.flush();
            Object read = new SpecificDatumReader<>(record.getSchema(), record.getSchema(), model)
                    .read(null, DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null));
            check(read.equals(record) && read.hashCode() == record.hashCode(), read);
        }
    }

    public void singleObjectsAndJavaSerializationWork() throws Exception {
        Posted posted = posted();
        check(Posted.fromByteBuffer(posted.toByteBuffer()).equals(posted), posted);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(posted);
        Object read = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
        check(read.equals(posted), read);
    }

    public void equalityIsThatOfFields() {
        Posted one = posted();
        Posted other = posted();
        other.setTags(Map.of("a", "b"));
        check(!one.equals(other) && !one.equals(null) && one.equals(posted()), other);
    }

    private static void check(boolean holds, Object otherwise) {
        if (!holds) {
            throw new AssertionError(String.valueOf(otherwise));
        }
    }
}

package io.tidings.codegen;

import io.tidings.codegen.plan.Accessors;
import io.tidings.codegen.plan.PlanSettings;
import io.tidings.codegen.plan.RecordSettings;
import io.tidings.codegen.plan.Role;
import java.util.Map;
import java.util.Random;
import org.apache.avro.generic.GenericData.StringType;

/**
 * How two teams build the clients of a random document: each with packages of its own for clients, and some with packages of
 * their own for records, which then may look otherwise than the other side's.
 */
record RandomSettings(PlanSettings application, PlanSettings counterpart) {

    /** Those of a seed's document. */
    static RandomSettings of(long seed) {
        Random random = new Random(seed * 0x5DEECE66DL + 11);
        String space = RandomDocument.space(seed);
        RecordSettings records = records(random);
        int moved = random.nextInt(6);
        RecordSettings one = moved == 1 || moved == 2 ? moved(space, "own", records(random)) : records;
        RecordSettings other = moved == 2 || moved == 3 ? moved(space, "peer.own", records(random)) : records;
        // Clients among the document's records, where nobody else's are
        boolean among = seed % 2 == 0 && one.packages().isEmpty();
        return new RandomSettings(
                new PlanSettings(space + (among ? "" : ".clients"), Role.APPLICATION, null, one),
                new PlanSettings(space + ".peer", Role.COUNTERPART, null, other));
    }

    private static RecordSettings moved(String space, String to, RecordSettings records) {
        // Classes below a package of the document's own: no other document has any there
        return records.withPackages(Map.of(space, space + "." + to));
    }

    private static RecordSettings records(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> RecordSettings.DEFAULT.withStringType(StringType.CharSequence);
            case 1 -> RecordSettings.DEFAULT.withStringType(StringType.Utf8).withAccessors(accessors(random));
            case 2 -> RecordSettings.DEFAULT.withAccessors(accessors(random));
            case 3 -> RecordSettings.DEFAULT.withStagedBuilders(false);
            default -> RecordSettings.DEFAULT;
        };
    }

    private static Accessors accessors(Random random) {
        return new Accessors(
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean());
    }
}

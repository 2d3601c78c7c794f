package io.tidings.replication.internal.sql.layout;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names as people write them in SQL: lower case with underscores, which need no quotes, at most as long as PostgreSQL keeps
 * them (it would cut longer ones without a word, and two could become one). An instance hands out each name once.
 */
final class SqlNames {

    /** PostgreSQL's NAMEDATALEN less one. */
    private static final int LONGEST = 63;

    /** Appendix C of PostgreSQL's manual: reserved, those that may be functions or types included. */
    private static final Set<String> RESERVED = Set.of("""
            all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate collation column
            concurrently constraint create cross current_catalog current_date current_role current_schema current_time
            current_timestamp current_user default deferrable desc distinct do else end except false fetch for foreign freeze from
            full grant group having ilike in initially inner intersect into is isnull join lateral leading left like limit localtime
            localtimestamp natural not notnull null offset on only or order outer overlaps placing primary references returning
            right select session_user similar some symmetric system_user table tablesample then to trailing true union unique user
            using variadic verbose when where window with""".split("\\s+"));

    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");
    private static final Pattern OTHER = Pattern.compile("[^a-z0-9_]+");
    private static final int HASH_BYTES = 4;

    private final Set<String> taken = new HashSet<>();

    /** A name of this kind that nobody has yet. */
    String unique(String name) {
        String wanted = of(name);
        String free = wanted;
        for (int next = 2; !taken.add(free); next++) {
            free = fitting(wanted + "_" + next);
        }
        return free;
    }

    /** {@code deliveryTime} becomes {@code delivery_time}. */
    static String of(String name) {
        String lower = HUMP.matcher(name).replaceAll("_").toLowerCase(Locale.ROOT);
        String plain = OTHER.matcher(lower).replaceAll("_");
        return fitting(plain.isEmpty() || Character.isDigit(plain.charAt(0)) ? "_" + plain : plain);
    }

    /** What is too long ends in a hash of the whole, so that two that begin alike stay two. */
    static String fitting(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        return name.substring(0, LONGEST - 2 * HASH_BYTES - 1) + "_" + hash(name);
    }

    /** As it stands in a statement. */
    static String quoted(String name) {
        return RESERVED.contains(name) ? '"' + name + '"' : name;
    }

    private static String hash(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}

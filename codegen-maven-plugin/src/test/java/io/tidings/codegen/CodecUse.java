package io.tidings.codegen;

import java.util.concurrent.atomic.AtomicLong;

/** How many records codecs have written and read: their callers do not tell whether they used one. */
public final class CodecUse {

    private static final AtomicLong WRITTEN = new AtomicLong();
    private static final AtomicLong READ = new AtomicLong();

    private CodecUse() {}

    /** A codec's source, with calls to here. */
    static String counted(String source) {
        String counts = source.replaceFirst(
                        "(public void write\\([^)]*\\) \\{)", "$1 io.tidings.codegen.CodecUse.countWritten();")
                .replaceFirst("(public \\S+ read\\([^)]*\\) \\{)", "$1 io.tidings.codegen.CodecUse.countRead();");
        if (counts.split("CodecUse", -1).length != 3) {
            throw new IllegalStateException("Codecs are generated otherwise than this test knows:\n" + source);
        }
        return counts;
    }

    /** Called by codecs. */
    public static void countWritten() {
        WRITTEN.incrementAndGet();
    }

    /** Called by codecs. */
    public static void countRead() {
        READ.incrementAndGet();
    }

    /** Records written so far. */
    public static long written() {
        return WRITTEN.get();
    }

    /** Records read so far. */
    public static long read() {
        return READ.get();
    }
}

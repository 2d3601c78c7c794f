package io.tidings.benchmarks;

import java.util.Map;
import java.util.Objects;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A framed message from a generated record, and back, by everybody who can. */
@State(Scope.Benchmark)
public class SerdeBenchmark {

    /** Which record. */
    @Param({"SMALL", "MEDIUM", "LARGE"})
    public Records size = Records.MEDIUM;

    /** Who; a peer that cannot do this record is measured as Avro. */
    @Param({"tidings", "by hand", "avro, custom coders", "avro", "confluent"})
    public String peer = "tidings";

    private Contender contender = new Contender() {
        @Override
        public Object write() {
            throw new IllegalStateException("Not set up");
        }

        @Override
        public Object read() {
            throw new IllegalStateException("Not set up");
        }
    };

    /** Made by JMH. */
    public SerdeBenchmark() {}

    /** Finds the contender. */
    @Setup
    public void setUp() {
        Map<String, Contender> all = Contenders.of(size);
        Contender chosen = all.get(peer);
        contender = Objects.requireNonNull(chosen == null ? all.get("avro") : chosen);
    }

    @Benchmark
    public Object write() throws Exception {
        return contender.write();
    }

    @Benchmark
    public Object read() throws Exception {
        return contender.read();
    }
}

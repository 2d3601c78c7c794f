package io.tidings.replication.figures;

/**
 * Everything that is measured of a view on an instance. The only tag is the view: a service has a handful, and keys and
 * partitions are never tags.
 */
public enum Figure {
    READY("tidings.replica.ready", Kind.GAUGE, "", "1 if it has caught up and answers, 0 if not."),
    ROWS("tidings.replica.rows", Kind.GAUGE, "", "Entities that live, about."),
    GRAVES("tidings.replica.graves", Kind.GAUGE, "", "Deleted keys whose version is still remembered, about."),
    PARKED("tidings.replica.parked", Kind.GAUGE, "", "Keys whose newest event could not be understood."),
    WITHOUT_KEY(
            "tidings.replica.without.key",
            Kind.COUNTER,
            "",
            "Records without a key that were passed over since the start."),
    PARTITIONS(
            "tidings.replica.partitions",
            Kind.GAUGE,
            "",
            "Partitions of its channels that this instance has a place in."),
    LAG(
            "tidings.replica.lag",
            Kind.GAUGE,
            "",
            "How many offsets the ends of these partitions are ahead; asked of the broker, at most every 2 s, and not a"
                    + " number while it is away."),
    AGE(
            "tidings.replica.age",
            Kind.GAUGE,
            "seconds",
            "Since it last stood at the end of all its partitions: what was published within that time may be missing."
                    + " Not a number if it never did."),
    NEWEST_AGE(
            "tidings.replica.newest.age",
            Kind.GAUGE,
            "seconds",
            "Since the newest record was published that it has taken into account. It grows while nobody publishes.");

    /** What kind of meter it is. */
    public enum Kind {
        GAUGE,
        COUNTER
    }

    private final String meter;
    private final Kind kind;
    private final String unit;
    private final String description;

    Figure(String meter, Kind kind, String unit, String description) {
        this.meter = meter;
        this.kind = kind;
        this.unit = unit;
        this.description = description;
    }

    public String meter() {
        return meter;
    }

    public Kind kind() {
        return kind;
    }

    /** {@code seconds}, or empty where things are counted. */
    public String unit() {
        return unit;
    }

    public String description() {
        return description;
    }
}

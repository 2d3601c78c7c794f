package io.tidings.replication.internal.generations;

/**
 * A store of a view's rows, with all that belongs to it: group, topics, directory, table.
 *
 * @param name the stores' name: what belongs to it is named after it
 * @param number counts the rebuilds of a definition
 */
public record Generation(String name, int number, Shape shape) {

    /** The first one of a definition has its name alone; so instances that know nothing of each other meet there. */
    public static Generation of(String view, Shape shape, int number) {
        String name = view + "-" + shape.fingerprint();
        return new Generation(number == 0 ? name : name + "-g" + number, number, shape);
    }

    /** Whether it was built by an equal definition. */
    boolean is(Shape wanted) {
        return shape.fingerprint().equals(wanted.fingerprint())
                && shape.driver().equals(wanted.driver());
    }
}

package io.tidings.messaging.jdbc.relay;

/** Allows larger messages, forbids them again, creates topics, and has barred messages tried again; not always in this order. */
final class SimulatedOperator extends SimulatedWorld.Actor {
    private final SimulatedWorld world;

    SimulatedOperator(SimulatedWorld world) {
        this.world = world;
    }

    @Override
    void step() {
        if (world.calm) {
            return;
        }
        switch (world.random.nextInt(8)) {
            case 0, 1 -> {
                world.tell("operator", () -> "mends, and has barred messages tried again");
                world.broker.mend();
                world.database.release();
            }
            case 2 -> {
                world.tell("operator", () -> "has barred messages tried again");
                world.database.release();
            }
            case 3 -> {
                if (world.faults.contains(SimulatedWorld.Fault.OVERSIZE)) {
                    world.broker.allowOnlySmallOnes();
                }
            }
            default -> {}
        }
    }
}

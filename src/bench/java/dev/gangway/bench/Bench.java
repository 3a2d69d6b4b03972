package dev.gangway.bench;

import dev.gangway.bench.faults.FaultsBench;
import dev.gangway.bench.faults.ReplicasBench;
import java.nio.file.Path;

/**
 * Chooses the benchmark: {@code onboarding}, {@code login-sessions}, {@code all-sessions}, {@code assignment},
 * {@code tutoring-sync}, {@code capacity}, {@code faults} or {@code replicas}.
 */
public final class Bench {

    private Bench() {}

    /** Runs the benchmark that the argument names, against the packaged product. */
    public static void main(String[] args) throws Exception {
        if (args[0].equals("faults")) {
            FaultsBench.run();
            return;
        }
        if (args[0].equals("replicas")) {
            ReplicasBench.run();
            return;
        }
        try (ServedProduct product = ServedProduct.start(Path.of("target/gangway.jar"))) {
            switch (args[0]) {
                case "onboarding" -> OnboardingBench.run(product);
                case "login-sessions" -> LoginSessionsBench.run(product);
                case "all-sessions" -> AllSessionsBench.run(product);
                case "assignment" -> AssignmentBench.run(product);
                case "capacity" -> CapacityBench.run(product);
                case "tutoring-sync" -> TutoringSyncBench.run(product);
                default -> throw new IllegalArgumentException("No such benchmark: " + args[0]);
            }
        }
    }
}

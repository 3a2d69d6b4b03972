package dev.gangway.bench;

import dev.gangway.bench.faults.FaultsBench;
import dev.gangway.bench.faults.ReplicasBench;
import java.nio.file.Path;

/**
 * Chooses the benchmark: {@code onboarding}, {@code page-protocol}, {@code start}, {@code first-page}, {@code open-pages},
 * {@code live}, {@code login-sessions}, {@code all-sessions}, {@code assignment}, {@code tutoring-sync}, {@code capacity},
 * {@code faults} or {@code replicas}; or an attack, {@code forged} or {@code canary}.
 */
public final class Bench {

    private Bench() {}

    /** Runs the benchmark that the argument names, against the packaged product. */
    public static void main(String[] args) throws Exception {
        switch (args[0]) {
            case "faults" -> FaultsBench.run();
            case "replicas" -> ReplicasBench.run();
            case "start" -> StartBench.run(Path.of("target/gangway.jar"));
            case "canary" -> CanaryBench.run(Path.of("target/gangway.jar"));
            default -> measure(args[0]);
        }
    }

    private static void measure(String what) throws Exception {
        try (ServedProduct product = ServedProduct.start(Path.of("target/gangway.jar"))) {
            switch (what) {
                case "onboarding" -> OnboardingBench.run(product);
                case "session-list" -> SessionListBench.run(product);
                case "page-protocol" -> PageProtocolBench.run(product);
                case "first-page" -> FirstPageBench.run(product);
                case "open-pages" -> OpenPagesBench.run(product);
                case "live" -> LiveBench.run(product);
                case "login-sessions" -> LoginSessionsBench.run(product);
                case "all-sessions" -> AllSessionsBench.run(product);
                case "assignment" -> AssignmentBench.run(product);
                case "capacity" -> CapacityBench.run(product);
                case "forged" -> ForgedBench.run(product);
                case "tutoring-sync" -> TutoringSyncBench.run(product);
                default -> throw new IllegalArgumentException("No such benchmark: " + what);
            }
        }
    }
}

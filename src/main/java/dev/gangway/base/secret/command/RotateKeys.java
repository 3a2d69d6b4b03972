package dev.gangway.base.secret.command;

import dev.gangway.base.command.ProgressBar;
import dev.gangway.base.secret.KeyRotation;
import dev.gangway.base.secret.KeyRotations;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code rotate-keys}: changes the keys that stored secrets are sealed with, while servers run. */
@Command(
        name = "rotate-keys",
        mixinStandardHelpOptions = true,
        description = "Seals all stored secrets with a new key, wrapped by the first of gangway.encryption.keys.")
public class RotateKeys implements Callable<Integer> {

    private final KeyRotations rotations;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec spec;

    public RotateKeys(KeyRotations rotations) {
        this.rotations = rotations;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        ProgressBar bar = new ProgressBar(spec.commandLine().getErr());
        KeyRotation rotation = rotations.rotate((name, done, total) -> bar.show(name, done, total));
        bar.end();
        out.printf("Data keys wrapped anew: %d%n", rotation.rewrapped());
        rotation.resealed().forEach((name, count) -> out.printf("%s sealed anew: %d%n", name, count));
        out.printf("Active data key: %d%n", rotation.activeKeyId());
        return 0;
    }
}

package dev.gangway.base.secret.command;

import dev.gangway.base.command.OnExistingDatabase;
import dev.gangway.base.command.ProgressBar;
import dev.gangway.base.secret.KeyRotation;
import dev.gangway.base.secret.KeyRotations;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code rotate-keys}: changes the keys that stored secrets are sealed with, while servers run. */
@OnExistingDatabase
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
        PrintWriter err = spec.commandLine().getErr();
        KeyRotation rotation = rotations.rotate(new KeyRotations.Progress() {
            @Override
            public void resealed(String name, long done, long total) {
                bar.show(name, done, total);
            }

            @Override
            public void unreadable(String name, String row) {
                err.printf("%s: %s does not open and stays as it is%n", name, row);
            }
        });
        bar.end();
        out.printf("Data keys wrapped anew: %d%n", rotation.rewrapped());
        rotation.resealed().counts().forEach((name, count) -> out.printf("%s sealed anew: %d%n", name, count));
        out.printf("Active data key: %d%n", rotation.activeKeyId());
        long unreadable = rotation.resealed().unreadable();
        if (unreadable > 0) {
            err.printf("Secrets that do not open: %d%n", unreadable);
        }
        return unreadable > 0 ? 1 : 0;
    }
}

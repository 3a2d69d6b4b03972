package dev.gangway.account.command;

import dev.gangway.account.AccountOutcome;
import dev.gangway.account.AdministratorsFromOutside;
import dev.gangway.base.Texts;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code create-admin}: makes an administrator; the password is asked for, never an argument that others could see. */
@Command(
        name = "create-admin",
        mixinStandardHelpOptions = true,
        description = "Makes an administrator. Asks for the password, or reads it from standard input.")
public class CreateAdmin implements Callable<Integer> {

    private final AdministratorsFromOutside administrators;
    private final Texts texts;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "The name to log in with.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private String name;

    public CreateAdmin(AdministratorsFromOutside administrators, Texts texts) {
        this.administrators = administrators;
        this.texts = texts;
    }

    @Override
    public Integer call() throws IOException {
        return switch (administrators.create(name, password(), "create-admin")) {
            case AccountOutcome.Saved saved -> {
                spec.commandLine()
                        .getOut()
                        .println("Made the administrator " + saved.account().username());
                yield 0;
            }
            case AccountOutcome.Invalid invalid -> {
                invalid.problems()
                        .forEach(problem -> spec.commandLine()
                                .getErr()
                                .println(problem.field() + ": " + texts.of(problem.message(), Locale.ENGLISH)));
                yield 1;
            }
        };
    }

    @SuppressWarnings("SystemConsoleNull") // the nullness checker does not know yet that it never is
    private static String password() throws IOException {
        Console console = System.console();
        if (console != null && console.isTerminal()) {
            char[] typed = console.readPassword("Password: ");
            return typed == null ? "" : String.valueOf(typed);
        }
        String line = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
        return line == null ? "" : line;
    }
}

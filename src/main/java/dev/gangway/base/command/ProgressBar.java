package dev.gangway.base.command;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;

/** Shows how far a long command is, on one line of a terminal; silent where the output is not one. */
public final class ProgressBar {

    private static final int WIDTH = 40;

    private final PrintWriter out;
    private final boolean shown;
    private boolean onLine;

    /** A bar on the writer, which should be the one for errors, so that the output stays clean. */
    @SuppressWarnings("SystemConsoleNull") // since JDK 25 it is null again where there is no terminal
    public ProgressBar(PrintWriter out) {
        Console console = System.console();
        this.out = out;
        this.shown = console != null && console.isTerminal();
    }

    /** So many of so many are done. */
    public void show(String what, long done, long total) {
        if (shown && total > 0) {
            int filled = (int) (done * WIDTH / total);
            out.printf(
                    Locale.ROOT,
                    "\r[%s%s] %3d %%  %,d of %,d %s",
                    "#".repeat(filled),
                    " ".repeat(WIDTH - filled),
                    100 * done / total,
                    done,
                    total,
                    what);
            out.flush();
            onLine = true;
        }
    }

    /** Makes room for other lines, which would otherwise go on behind the bar. */
    public void hide() {
        if (onLine) {
            out.print("\r\u001b[K");
            out.flush();
            onLine = false;
        }
    }

    /** Leaves the line of the bar. */
    public void end() {
        if (onLine) {
            out.println();
            out.flush();
            onLine = false;
        }
    }
}

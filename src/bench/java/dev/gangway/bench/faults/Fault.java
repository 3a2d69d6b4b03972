package dev.gangway.bench.faults;

import java.util.Locale;

/** What is done to the product while people walk. */
public enum Fault {
    /** SIGKILL of the application; it is started again as a service manager does. */
    KILL_APPLICATION(false),
    /** SIGKILL of the database's first process; the application starts it again. */
    KILL_DATABASE(false),
    /** SIGKILL of one of the database's processes, whereupon it ends all connections and recovers. */
    KILL_DATABASE_PROCESS(false),
    /** SIGKILL of both at once. */
    KILL_BOTH(false),
    /** The database is told to stop at once, as an operator does; the application starts it again. */
    RESTART_DATABASE(false),
    /** SIGSTOP of all processes of the database, and SIGCONT after up to 7 s. */
    STOP_DATABASE(false),
    /** SIGSTOP of the application, and SIGCONT after up to 3 s. */
    STOP_APPLICATION(false),
    /** Somebody else locks the rows of everybody for 7 s, until no connection of the pool is left. */
    EXHAUST_POOL(false),
    /** One in four answers of the application is lost, for 2 s. */
    CUT_ANSWERS(true),
    /** One in four answers of the database to a COMMIT is lost with its connection, for 2 s. */
    CUT_COMMITS(true),
    /** The clock of application and database jumps by hours, forth and back. */
    MOVE_CLOCK(true),
    /** The file system of the data has not a byte left, for 3 s. */
    FILL_DISK(false);

    private final boolean isPatient;

    Fault(boolean isPatient) {
        this.isPatient = isPatient;
    }

    /** The one that is written like this. */
    static Fault of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Whether people send a request again at once, or wait until the database was looked at. */
    boolean isPatient() {
        return isPatient;
    }

    /** As it is written in reports and on command lines. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

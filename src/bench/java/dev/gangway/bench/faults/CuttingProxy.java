package dev.gangway.bench.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * Stands before a server on loopback and passes everything on, until it is told to cut: then it holds back some of the answers
 * and ends both sides, so that whatever the answer was about has happened and nobody is told.
 */
public final class CuttingProxy implements AutoCloseable {

    private static final int CHUNK = 64 << 10;

    private final ServerSocket listening;
    private final Target target;
    private final Predicate<byte[]> cuttable;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger cuts = new AtomicInteger();
    private volatile int oneIn;

    /**
     * Listens on a free port.
     *
     * @param target finds the port to pass on to, for each connection
     * @param cuttable which answers may be held back, as they came in one piece
     */
    public CuttingProxy(Target target, Predicate<byte[]> cuttable) throws IOException {
        this.listening = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        this.target = target;
        this.cuttable = cuttable;
        threads.execute(this::accept);
    }

    /** Where a connection leads. */
    public interface Target {
        /** The port on loopback. */
        int of(Socket near) throws IOException;
    }

    /** Where a client of a SOCKS proxy, version 5 and without a password, wants to go. */
    static int asked(Socket near) throws IOException {
        InputStream in = near.getInputStream();
        OutputStream out = near.getOutputStream();
        in.skipNBytes(1);
        in.skipNBytes(in.read());
        out.write(new byte[] {5, 0});
        in.skipNBytes(3);
        boolean isName = in.read() == 3;
        in.skipNBytes(isName ? in.read() : 4);
        int port = (in.read() << 8) + in.read();
        out.write(new byte[] {5, 0, 0, 1, 0, 0, 0, 0, 0, 0});
        return port;
    }

    /** Answers of PostgreSQL that say that a transaction is committed. */
    static boolean isCommit(byte[] answer) {
        byte[] tag = {'C', 0, 0, 0, 11, 'C', 'O', 'M', 'M', 'I', 'T', 0};
        for (int start = 0; start + tag.length <= answer.length; start++) {
            int same = 0;
            while (same < tag.length && answer[start + same] == tag[same]) {
                same++;
            }
            if (same == tag.length) {
                return true;
            }
        }
        return false;
    }

    int port() {
        return listening.getLocalPort();
    }

    /** From now on cuts one in so many; 0: none. */
    void cutOneIn(int number) {
        oneIn = number;
    }

    /** How many were cut. */
    int cuts() {
        return cuts.get();
    }

    private void accept() {
        try {
            while (!listening.isClosed()) {
                Socket near = listening.accept();
                threads.execute(() -> connect(near));
            }
        } catch (IOException closed) {
            // The end.
        }
    }

    private void connect(Socket near) {
        try {
            Socket far = new Socket();
            far.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target.of(near)));
            near.setTcpNoDelay(true);
            far.setTcpNoDelay(true);
            threads.execute(() -> pass(near, far, false));
            pass(far, near, true);
        } catch (IOException | IllegalStateException away) {
            end(near);
        }
    }

    private void pass(Socket from, Socket to, boolean answers) {
        byte[] chunk = new byte[CHUNK];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                if (answers && isCut(chunk, read)) {
                    break;
                }
                out.write(chunk, 0, read);
            }
        } catch (IOException lost) {
            // Ended from one side or the other.
        } finally {
            end(from);
            end(to);
        }
    }

    private boolean isCut(byte[] chunk, int length) {
        int rate = oneIn;
        if (rate == 0 || ThreadLocalRandom.current().nextInt(rate) != 0) {
            return false;
        }
        byte[] answer = new byte[length];
        System.arraycopy(chunk, 0, answer, 0, length);
        if (!cuttable.test(answer)) {
            return false;
        }
        cuts.incrementAndGet();
        return true;
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        threads.shutdownNow();
    }
}

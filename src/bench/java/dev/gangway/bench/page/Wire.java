package dev.gangway.bench.page;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One connection to the server that is kept open, for one thread: HTTP/1.1 on a bare socket.
 *
 * <p>Clients that load a server on the same cores take away from what they measure, so this one does no more than it must.
 */
public final class Wire implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 60_000;
    private static final byte[] NONE = {};

    private final String host;
    private final int port;
    private Socket socket;
    private InputStream in;

    /** Connects to a server. */
    public Wire(String host, int port) throws IOException {
        this.host = host;
        this.port = port;
        socket = open();
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    }

    /** What came back. */
    public static final class Answer {

        private final int status;
        private final List<Map.Entry<String, String>> headers;
        private final byte[] body;

        private Answer(int status, List<Map.Entry<String, String>> headers, byte[] body) {
            this.status = status;
            this.headers = headers;
            this.body = body;
        }

        /** Its code. */
        public int status() {
            return status;
        }

        /** Name, in lower case, and value of each line. */
        public List<Map.Entry<String, String>> headers() {
            return headers;
        }

        /** The first line of a name, in lower case. */
        public Optional<String> header(String name) {
            return headers.stream()
                    .filter(line -> line.getKey().equals(name))
                    .map(Map.Entry::getValue)
                    .findFirst();
        }

        /** The body as text. */
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        /** The body as it came. */
        public InputStream body() {
            return new ByteArrayInputStream(body);
        }

        /** The size of the body in bytes. */
        public int size() {
            return body.length;
        }
    }

    /** Asks and waits for the answer; {@code headers} are whole lines, each with its line end. */
    public Answer get(String path, String headers) throws IOException {
        return send("GET", path, headers, NONE);
    }

    /** Sends a body and waits for the answer; {@code headers} are whole lines, each with its line end. */
    public Answer send(String method, String path, String headers, byte[] body) throws IOException {
        String head = method + " " + path + " HTTP/1.1\r\nHost: " + host + ":" + port + "\r\n" + headers
                + (method.equals("GET") ? "" : "Content-Length: " + body.length + "\r\n") + "\r\n";
        byte[] line = head.getBytes(StandardCharsets.UTF_8);
        byte[] whole = new byte[line.length + body.length];
        System.arraycopy(line, 0, whole, 0, line.length);
        System.arraycopy(body, 0, whole, line.length, body.length);
        if (socket.isClosed()) {
            socket = open();
            in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        }
        socket.getOutputStream().write(whole);
        return read();
    }

    private Answer read() throws IOException {
        int status = Integer.parseInt(line().substring(9, 12));
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        int length = -1;
        boolean chunked = false;
        boolean closes = false;
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            String value = line.substring(colon + 1).strip();
            headers.add(Map.entry(name, value));
            switch (name) {
                case "content-length" -> length = Integer.parseInt(value);
                case "transfer-encoding" -> chunked = value.equalsIgnoreCase("chunked");
                case "connection" -> closes = value.equalsIgnoreCase("close");
                default -> {}
            }
        }
        byte[] body = NONE;
        if (chunked) {
            body = chunks();
        } else if (length > 0) {
            body = exactly(length);
        }
        if (closes) {
            socket.close();
        }
        return new Answer(status, headers, body);
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        while (true) {
            int size = Integer.parseInt(line(), 16);
            if (size == 0) {
                line();
                return all.toByteArray();
            }
            all.write(exactly(size));
            line();
        }
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("The server hung up after " + bytes.length + " of " + length + " bytes");
        }
        return bytes;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        while (true) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("The server hung up");
            }
            if (next == '\n') {
                return line.toString();
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
    }

    private Socket open() throws IOException {
        Socket opened = new Socket(host, port);
        opened.setTcpNoDelay(true);
        opened.setSoTimeout(TIMEOUT_MILLIS);
        return opened;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

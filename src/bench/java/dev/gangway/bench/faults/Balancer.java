package dev.gangway.bench.faults;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The installed HAProxy with the configuration that {@code docker-compose.yml} uses, before two replicas on loopback. */
final class Balancer implements AutoCloseable {

    private final Process process;
    private final int port;

    private Balancer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static Balancer before(List<MortalServer> replicas, Path folder) throws IOException {
        int port = MortalServer.freePort();
        String shipped = Files.readString(Path.of("deploy/haproxy.cfg"));
        String here = shipped.replace("maxconn 10000", "maxconn 1000")
                .replace("bind :8080", "bind 127.0.0.1:" + port)
                .replaceAll("(?s)resolvers compose\n.*?\n\n", "")
                .replace(" resolvers compose init-addr none", "")
                .replace("replica-one:8080", "127.0.0.1:" + replicas.get(0).port())
                .replace("replica-two:8080", "127.0.0.1:" + replicas.get(1).port());
        Path file = Files.writeString(folder.resolve("haproxy.cfg"), here);
        Process process = new ProcessBuilder(Installed.program("haproxy"), "-db", "-f", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("haproxy.log").toFile()))
                .start();
        return new Balancer(process, port);
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}

package dev.gangway.onboarding.website;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.127.255.255",
                "100.100.100.200",
                "127.0.0.1",
                "127.255.255.254",
                "168.63.129.16",
                "169.254.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.192",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.0.1",
                "192.168.255.255",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::7f00:1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::ffff:a9fe:a9fe",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:10::1",
                "2001:20::1",
                "2001:db8::1",
                "2002:7f00:1::1",
                "3fff::1",
                "5f00::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "febf::1",
                "fec0::1",
                "ff02::1",
                "4000::1",
                "e000::1"
            })
    void anAddressThatIsNotPublicIsKnownAsSuch(String address) {
        assertThat(PublicAddresses.contain(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.0",
                "169.253.255.255",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "::ffff:8.8.8.8",
                "2606:4700:4700::1111",
                "2a00:1450:4001::1",
                "2001:4860:4860::8888"
            })
    void aPublicAddressIsKnownAsSuch(String address) {
        assertThat(PublicAddresses.contain(InetAddress.ofLiteral(address))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0, 10.255.255.255",
        "127.0.0.0, 127.255.255.255",
        "172.16.0.0, 172.31.255.255",
        "192.168.0.0, 192.168.255.255",
        "169.254.0.0, 169.254.255.255",
        "100.64.0.0, 100.127.255.255",
        "224.0.0.0, 255.255.255.255",
        "0.0.0.0, 0.255.255.255"
    })
    void noPrivateAddressPassesInAnyNotation(String first, String last) {
        Random random = new Random(number(first)); // the same addresses at each run
        for (int tries = 0; tries < 250; tries++) {
            long address = random.nextLong(number(first), number(last) + 1);
            String typed = Notation.any(random).write(address);

            assertThat(WebsiteUrl.parse("http://" + typed + "/"))
                    .as(typed)
                    .isInstanceOfSatisfying(WebsiteUrl.Valid.class, valid -> {
                        InetAddress read = InetAddress.ofLiteral(valid.url().host());
                        assertThat(read.getAddress()).isEqualTo(bytes(address));
                        assertThat(PublicAddresses.contain(read)).isFalse();
                    });
        }
    }

    /** How each part is written; fewer than four parts put the rest into the last one. */
    record Notation(List<String> formats) {

        private static final List<String> FORMATS = List.of("%d", "0x%x", "0X%X", "0%o");

        static Notation any(Random random) {
            return new Notation(Stream.generate(() -> FORMATS.get(random.nextInt(FORMATS.size())))
                    .limit(1 + random.nextInt(4))
                    .toList());
        }

        String write(long address) {
            int parts = formats.size();
            Stream<String> first = IntStream.range(0, parts - 1)
                    .mapToObj(i -> formats.get(i).formatted((address >> (24 - 8 * i)) & 0xff));
            long rest = address & ((1L << (8 * (5 - parts))) - 1);
            return Stream.concat(first, Stream.of(formats.getLast().formatted(rest)))
                    .reduce((a, b) -> a + "." + b)
                    .orElseThrow();
        }
    }

    private static long number(String address) {
        return Integer.toUnsignedLong(
                ByteBuffer.wrap(InetAddress.ofLiteral(address).getAddress()).getInt());
    }

    private static byte[] bytes(long address) {
        return new byte[] {(byte) (address >> 24), (byte) (address >> 16), (byte) (address >> 8), (byte) address};
    }
}

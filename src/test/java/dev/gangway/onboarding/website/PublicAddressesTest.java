package dev.gangway.onboarding.website;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
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

    @Property(tries = 2000)
    void noPrivateAddressPassesInAnyNotation(@ForAll("notPublic") long address, @ForAll("notation") Notation notation)
            throws UnknownHostException {
        String typed = notation.write(address);

        assertThat(WebsiteUrl.parse("http://" + typed + "/")).isInstanceOfSatisfying(WebsiteUrl.Valid.class, valid -> {
            InetAddress read = InetAddress.ofLiteral(valid.url().host());
            assertThat(read.getAddress()).isEqualTo(bytes(address));
            assertThat(PublicAddresses.contain(read)).isFalse();
        });
    }

    @Provide
    Arbitrary<Long> notPublic() {
        return Arbitraries.oneOf(
                Arbitraries.longs().between(0x0a000000L, 0x0affffffL),
                Arbitraries.longs().between(0x7f000000L, 0x7fffffffL),
                Arbitraries.longs().between(0xac100000L, 0xac1fffffL),
                Arbitraries.longs().between(0xc0a80000L, 0xc0a8ffffL),
                Arbitraries.longs().between(0xa9fe0000L, 0xa9feffffL),
                Arbitraries.longs().between(0x64400000L, 0x647fffffL),
                Arbitraries.longs().between(0xe0000000L, 0xffffffffL),
                Arbitraries.longs().between(0, 0x00ffffffL));
    }

    @Provide
    Arbitrary<Notation> notation() {
        return Arbitraries.integers()
                .between(1, 4)
                .flatMap(parts -> Arbitraries.of("%d", "0x%x", "0X%X", "0%o")
                        .list()
                        .ofSize(parts)
                        .map(formats -> new Notation(formats.toArray(String[]::new))));
    }

    /** How each part is written; fewer than four parts put the rest into the last one. */
    record Notation(
            @SuppressWarnings("ArrayRecordComponent") String[] formats) {

        String write(long address) {
            int parts = formats.length;
            Stream<String> first =
                    IntStream.range(0, parts - 1).mapToObj(i -> formats[i].formatted((address >> (24 - 8 * i)) & 0xff));
            long rest = address & ((1L << (8 * (5 - parts))) - 1);
            return Stream.concat(first, Stream.of(formats[parts - 1].formatted(rest)))
                    .reduce((a, b) -> a + "." + b)
                    .orElseThrow();
        }
    }

    private static byte[] bytes(long address) {
        return new byte[] {(byte) (address >> 24), (byte) (address >> 16), (byte) (address >> 8), (byte) address};
    }
}

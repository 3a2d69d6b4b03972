package dev.gangway.onboarding.website;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Knows which addresses belong to the public internet. Sources: IANA IPv4 and IPv6 Special-Purpose Address Registries
 * (RFC 6890 and what followed), IANA IPv6 address space (only 2000::/3 is given out), and the metadata addresses of
 * cloud providers.
 */
final class PublicAddresses {

    private static final List<AddressBlock> NOT_PUBLIC_IPV4 = Stream.of(
                    "0.0.0.0/8", // this network
                    "10.0.0.0/8", // private
                    "100.64.0.0/10", // shared by providers (CGNAT), with Alibaba's metadata 100.100.100.200
                    "127.0.0.0/8", // loopback
                    "168.63.129.16/32", // Azure's host, reachable from its machines only
                    "169.254.0.0/16", // link-local, with the clouds' metadata 169.254.169.254
                    "172.16.0.0/12", // private
                    "192.0.0.0/24", // protocol assignments, with Oracle's metadata 192.0.0.192
                    "192.0.2.0/24", // documentation
                    "192.88.99.0/24", // 6to4 relays
                    "192.168.0.0/16", // private
                    "198.18.0.0/15", // benchmarks
                    "198.51.100.0/24", // documentation
                    "203.0.113.0/24", // documentation
                    "224.0.0.0/4", // multicast
                    "240.0.0.0/4") // reserved, with broadcast 255.255.255.255
            .map(AddressBlock::of)
            .toList();

    /**
     * Everything else is refused: loopback, unspecified, IPv4-compatible, NAT64 64:ff9b::/96, unique local fc00::/7,
     * link-local fe80::/10, site-local fec0::/10, multicast ff00::/8. IPv4-mapped ones arrive as IPv4.
     */
    private static final AddressBlock GIVEN_OUT_IPV6 = AddressBlock.of("2000::/3");

    private static final List<AddressBlock> NOT_PUBLIC_IPV6 = Stream.of(
                    "2001::/23", // protocol assignments, with Teredo 2001::/32 and ORCHID
                    "2001:db8::/32", // documentation
                    "2002::/16", // 6to4, which carries an IPv4 address
                    "3fff::/20") // documentation
            .map(AddressBlock::of)
            .toList();

    private PublicAddresses() {}

    /** Whether anyone on the internet could reach this address. */
    static boolean contain(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length == 4) {
            return NOT_PUBLIC_IPV4.stream().noneMatch(block -> block.contains(bytes));
        }
        return GIVEN_OUT_IPV6.contains(bytes) && NOT_PUBLIC_IPV6.stream().noneMatch(block -> block.contains(bytes));
    }
}

package dev.gangway.onboarding.website;

import dev.gangway.base.security.SecurityEvent;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves a host once and hands exactly the addresses it has checked to the connection, so that a name server that
 * answers differently the second time (DNS rebinding) gains nothing.
 */
final class CheckedResolver implements DnsResolver {

    private final NameService names;
    private final AllowedHosts allowed;

    CheckedResolver(NameService names, AllowedHosts allowed) {
        this.names = names;
        this.allowed = allowed;
    }

    /** @throws NotPublicException when one address of the host is not public and the host is not allowed */
    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
        String name = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        InetAddress[] addresses = names.addressesOf(name);
        if (addresses.length == 0) {
            throw new UnknownHostException(name);
        }
        if (!allowed.permit(name, port) && !Arrays.stream(addresses).allMatch(PublicAddresses::contain)) {
            SecurityEvent.ADDRESS_REFUSED.log("what=website");
            throw new NotPublicException(name);
        }
        return Arrays.stream(addresses)
                .map(address -> new InetSocketAddress(address, port))
                .toList();
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        return resolve(host, -1).stream().map(InetSocketAddress::getAddress).toArray(InetAddress[]::new);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}

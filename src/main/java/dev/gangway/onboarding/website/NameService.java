package dev.gangway.onboarding.website;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Finds the addresses of a host name. */
@FunctionalInterface
interface NameService {

    InetAddress[] addressesOf(String host) throws UnknownHostException;
}

package dev.gangway.onboarding.website;

import java.util.Locale;
import java.util.Optional;

/**
 * Reads an IPv4 address in every notation that a browser or an operating system accepts: decimal, hexadecimal, octal,
 * and short forms ({@code 2130706433}, {@code 0x7f.1}, {@code 0177.0.0.1}), so that the same number is checked that
 * would be connected to. Source: WHATWG URL Standard, "IPv4 parser" and "ends in a number checker".
 */
final class Ipv4Literal {

    private static final int MAX_PARTS = 4;

    private Ipv4Literal() {}

    /** Whether a host can only be meant as a number, because its last part is one. */
    static boolean endsInANumber(String host) {
        String last = host.substring(host.lastIndexOf('.') + 1);
        return !last.isEmpty() && (last.chars().allMatch(c -> c >= '0' && c <= '9') || number(last) >= 0);
    }

    /** The address as four decimals, or nothing when the numbers are no address. */
    static Optional<String> dotted(String host) {
        String[] parts = host.split("\\.", -1);
        if (parts.length > MAX_PARTS) {
            return Optional.empty();
        }
        long address = 0;
        for (int i = 0; i < parts.length; i++) {
            long number = number(parts[i]);
            boolean last = i == parts.length - 1;
            long limit = last ? 1L << (8 * (MAX_PARTS + 1 - parts.length)) : 256;
            if (number < 0 || number >= limit) {
                return Optional.empty();
            }
            address += last ? number : number << (8 * (MAX_PARTS - 1 - i));
        }
        return Optional.of(String.format(
                Locale.ROOT,
                "%d.%d.%d.%d",
                address >> 24,
                (address >> 16) & 0xff,
                (address >> 8) & 0xff,
                address & 0xff));
    }

    /** The value of one part, or -1 when it is no number of at most 32 bits. */
    private static long number(String part) {
        String text = part.toLowerCase(Locale.ROOT);
        int radix = 10;
        if (text.startsWith("0x")) {
            radix = 16;
            text = text.substring(2);
        } else if (text.length() > 1 && text.startsWith("0")) {
            radix = 8;
            text = text.substring(1);
        } else if (text.isEmpty()) {
            return -1;
        }
        long value = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int digit = c < 128 ? Character.digit(c, radix) : -1;
            value = value * radix + digit;
            if (digit < 0 || value > 0xffff_ffffL) {
                return -1;
            }
        }
        return value;
    }
}

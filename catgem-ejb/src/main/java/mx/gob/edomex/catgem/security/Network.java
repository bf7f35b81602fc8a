package mx.gob.edomex.catgem.security;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** What counts as one caller: an IPv4 address, or the /64 network that a subscriber of IPv6 has at least. */
public final class Network {

    private Network() {}

    /** @param address as the container gives it; "?" stands for what is not one, such as a name, which is not looked up */
    public static String of(String address) {
        if (!address.matches("[0-9A-Fa-f:.]+(%\\w+)?")) {
            return "?";
        }
        try {
            InetAddress parsed = InetAddress.getByName(address);
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), 8))
                    : parsed.getHostAddress();
        } catch (UnknownHostException e) {
            return "?";
        }
    }
}

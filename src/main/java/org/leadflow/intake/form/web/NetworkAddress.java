package org.leadflow.intake.form.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Where a request comes from. Of IPv6 the network counts, since one household has more addresses
 * than anybody can count. A proxy's word is taken only where the server is told to
 * (server.forward-headers-strategy).
 */
final class NetworkAddress {

  private static final int NETWORK = 8;

  private NetworkAddress() {}

  static String of(HttpServletRequest request) {
    String address = request.getRemoteAddr();
    try {
      return InetAddress.getByName(address) instanceof Inet6Address six
          ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), NETWORK))
          : address;
    } catch (UnknownHostException none) {
      return address;
    }
  }
}

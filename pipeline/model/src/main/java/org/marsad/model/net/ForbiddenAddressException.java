// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.model.net;

import java.net.UnknownHostException;

/** A name resolves only to addresses that the {@link AddressPolicy} does not permit. */
public final class ForbiddenAddressException extends UnknownHostException {
  private static final long serialVersionUID = 1L;

  ForbiddenAddressException(String host) {
    super(host + " is not a public address");
  }
}

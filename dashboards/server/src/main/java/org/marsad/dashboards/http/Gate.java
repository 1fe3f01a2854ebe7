// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.http;

import io.javalin.http.Context;

/**
 * Decides on every request of every endpoint, before anything of it is read, and notes who it is as
 * {@link Request#WHO}.
 */
@FunctionalInterface
public interface Gate {
  /**
   * @throws RefusedException 401 where nobody is signed in, 403 where it is somebody who may not do
   *     this
   */
  void admit(Access access, Context context);
}

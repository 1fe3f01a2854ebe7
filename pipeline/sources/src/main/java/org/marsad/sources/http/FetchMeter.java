// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.http;

/** Counts what is fetched, robots.txt and redirects included. Called by many threads. */
public interface FetchMeter {
  FetchMeter NONE =
      new FetchMeter() {
        @Override
        public void answered(int status, long bytes) {}

        @Override
        public void unanswered() {}
      };

  /**
   * @param bytes of the body, decompressed, as far as it was read
   */
  void answered(int status, long bytes);

  void unanswered();
}

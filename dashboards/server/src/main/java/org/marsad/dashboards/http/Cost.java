// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.http;

/** What answering once costs the server, about, in tokens of the {@link RateLimit}. */
public enum Cost {
  /** A look at what is at hand, or one question to the index. */
  SMALL(1),
  /** A search, or counts over many documents. */
  MIDDLE(5),
  /** What keeps a processor busy for a second and more, such as an export. */
  GREAT(60);

  private final int tokens;

  Cost(int tokens) {
    this.tokens = tokens;
  }

  public int tokens() {
    return tokens;
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.feedback;

/** How a text came to be judged; without it nobody knew of what the labels are a sample. */
public enum ReviewQueue {
  /** Drawn by chance alone, so that shares among these are shares among all. */
  RANDOM,
  /** The model was in two minds: these teach it most, and say nothing of how often it is right. */
  UNCERTAIN,
  /** An alert showed it. */
  ALERT,
  /** Judged as dehumanising, as calling for exclusion or worse, and seen by nobody yet. */
  UNREVIEWED,
  /** A reader came across it. */
  OWN,
  /** Two people disagreed, and this decides between them. */
  ADJUDICATION;

  /** Whether people are kept from seeing what the model said until they have answered. */
  public boolean isBlind() {
    return this == RANDOM;
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job;

import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A part of the job that works by itself: graphs in one job share nothing but its checkpoints. */
public interface Graph {
  /** Adds the graph to the environment. */
  void buildOn(StreamExecutionEnvironment environment);
}

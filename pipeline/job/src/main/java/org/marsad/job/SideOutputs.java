// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job;

import org.apache.flink.util.OutputTag;
import org.marsad.model.Deletion;
import org.marsad.model.Rejection;
import org.marsad.model.SourceHealth;

/** The typed streams beside the main one: bad data is an element, never an exception. */
final class SideOutputs {
  static final OutputTag<Rejection> REJECTIONS = new OutputTag<>("rejections") {};
  static final OutputTag<SourceHealth> HEALTH = new OutputTag<>("source-health") {};
  static final OutputTag<Deletion> DELETIONS = new OutputTag<>("deletions") {};

  private SideOutputs() {}
}

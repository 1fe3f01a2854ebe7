// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job.story;

import java.time.Duration;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.marsad.job.metrics.CounterNames;
import org.marsad.model.Document;
import org.marsad.model.Story;
import org.marsad.model.Story.Role;
import org.marsad.sources.story.StoryLinker;
import org.marsad.sources.story.StoryMemory.Told;

/**
 * Gives each article its story. It runs once, not in parallel: an article is compared with all that
 * came before it, in one order, so that no two articles can each be the other's copy and a chain of
 * copies is one story. Making the fingerprint, which is most of the work, is done before.
 *
 * <p>An article is known by a dozen keys. They are keys of Flink's state, of which this operator,
 * being the only one, has all: it sets the current key itself, which a function cannot. Each entry
 * is small and expires by itself.
 */
public final class StoryOperator extends AbstractStreamOperator<Document>
    implements OneInputStreamOperator<Printed, Document> {
  private static final long serialVersionUID = 1L;

  private final Duration expiry;

  @SuppressWarnings("NullAway.Init")
  private transient StoryLinker linker;

  @SuppressWarnings("NullAway.Init")
  private transient Counter copies;

  /**
   * @param expiry how long an article is remembered after it, or an edit of it, came
   */
  public StoryOperator(Duration expiry) {
    this.expiry = expiry;
  }

  @Override
  public void open() throws Exception {
    super.open();
    linker =
        new StoryLinker(
            new KeyedMemory(
                this::setCurrentKey,
                getRuntimeContext().getState(state("told", TypeInformation.of(Told.class))),
                getRuntimeContext().getState(state("holders", Types.LONG))));
    copies = CounterNames.register(getRuntimeContext().getMetricGroup(), CounterNames.COPIES);
  }

  private <T> ValueStateDescriptor<T> state(String name, TypeInformation<T> type) {
    ValueStateDescriptor<T> descriptor = new ValueStateDescriptor<>(name, type);
    descriptor.enableTimeToLive(StateTtlConfig.newBuilder(expiry).build());
    return descriptor;
  }

  @Override
  public void processElement(StreamRecord<Printed> element) throws Exception {
    Printed printed = element.getValue();
    Story story = linker.link(printed.print());
    if (!story.id().equals(printed.article().id()) && story.role() != Role.SAME_EVENT) {
      copies.inc();
    }
    output.collect(element.replace(printed.article().withStory(story)));
  }
}

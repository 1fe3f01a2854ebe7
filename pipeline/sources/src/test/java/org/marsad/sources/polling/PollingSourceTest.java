// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.Test;
import org.marsad.model.Intake;
import org.marsad.model.RawDocument;
import org.marsad.model.SourceHealth;
import org.marsad.model.SourceState;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.http.LoopbackSite;

/** The source as the job runs it, in Flink's own mini cluster. */
class PollingSourceTest {

  @Test
  void readsAFeedAndItsPages() throws Exception {
    try (LoopbackSite site = new LoopbackSite()) {
      OutletFeed feed = Feeds.site(site, "outlet", 3);

      List<Intake> read = readOnce(List.of(feed));

      assertThat(documents(read))
          .extracting(RawDocument::url)
          .containsExactly(
              site.url("/1").toString(), site.url("/2").toString(), site.url("/3").toString());
      assertThat(health(read))
          .singleElement()
          .satisfies(
              health -> {
                assertThat(health.state()).isEqualTo(SourceState.OK);
                assertThat(health.itemsSeen()).isEqualTo(3);
              });
      assertThat(site.requests()).containsExactly("/feed", "/1", "/2", "/3");
    }
  }

  private static List<Intake> readOnce(List<OutletFeed> feeds) throws Exception {
    Configuration configuration = new Configuration();
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.createLocalEnvironment(2, configuration);
    PollingSource source = PollingSource.once(feeds, Feeds.settings(), Feeds.KEY);
    List<Intake> read = new ArrayList<>();
    try (CloseableIterator<Intake> records =
        environment
            .fromSource(
                source, WatermarkStrategy.noWatermarks(), "feeds", TypeInformation.of(Intake.class))
            .executeAndCollect()) {
      records.forEachRemaining(read::add);
    }
    return read;
  }

  private static List<RawDocument> documents(List<Intake> read) {
    return read.stream().map(Intake::document).filter(Objects::nonNull).toList();
  }

  private static List<SourceHealth> health(List<Intake> read) {
    return read.stream().map(Intake::health).filter(Objects::nonNull).toList();
  }
}

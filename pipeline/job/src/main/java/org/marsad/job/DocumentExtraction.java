// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.marsad.job.metrics.CounterNames;
import org.marsad.model.Document;
import org.marsad.model.RawDocument;
import org.marsad.sources.article.ArticleExtractor;
import org.marsad.sources.article.DocumentExtractor;
import org.marsad.sources.article.Extraction;

/** Runs the extractor on each capture; what holds no text becomes a rejection. */
final class DocumentExtraction extends ProcessFunction<RawDocument, Document> {
  private static final long serialVersionUID = 1L;

  private transient DocumentExtractor extractor;
  private transient Counter rejected;

  @Override
  public void open(OpenContext context) {
    extractor = new DocumentExtractor(new ArticleExtractor());
    rejected = CounterNames.register(getRuntimeContext().getMetricGroup(), CounterNames.REJECTED);
  }

  @Override
  public void processElement(RawDocument raw, Context context, Collector<Document> out) {
    Extraction extraction = extractor.extract(raw);
    if (extraction.document() != null) {
      out.collect(extraction.document());
    } else if (extraction.rejection() != null) {
      rejected.inc();
      context.output(SideOutputs.REJECTIONS, extraction.rejection());
    }
  }
}

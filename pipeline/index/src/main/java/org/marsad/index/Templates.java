// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TermQuery;
import co.elastic.clients.elasticsearch.indices.ElasticsearchIndicesClient;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import org.marsad.model.Json;

/**
 * Installs the index templates. Each alias NAME has one file, {@code NAME.json}, with its settings
 * and mappings; the alias stands on the index {@code NAME-1}, so that a later version may build
 * {@code NAME-2} beside it and move the alias.
 */
final class Templates {
  private final ElasticsearchClient client;

  Templates(ElasticsearchClient client) {
    this.client = client;
  }

  void install() throws IOException {
    for (String name : IndexNames.ALL) {
      install(name);
    }
  }

  private void install(String name) throws IOException {
    ObjectNode template = Json.MAPPER.createObjectNode();
    ObjectNode body = template.putObject("template");
    body.setAll(resource(name));
    body.withObject("/settings/index")
        .put("number_of_shards", 1)
        // A copy as soon as there is a second node for it, and none that could never be made.
        .put("auto_expand_replicas", "0-1");
    template.putArray("index_patterns").add(name + "-*");
    ElasticsearchIndicesClient indices = client.indices();
    indices.putIndexTemplate(t -> t.name(name).withJson(new StringReader(template.toString())));
    if (!indices.existsAlias(a -> a.name(name)).value()) {
      create(name);
    }
    JsonNode mappings = body.get("mappings");
    indices.putMapping(m -> m.index(name).withJson(new StringReader(mappings.toString())));
    if (name.equals(IndexNames.DOCUMENTS)) {
      hideTombstones(name);
    }
  }

  /** No search or count by the alias sees what was erased; reading by id does. */
  private void hideTombstones(String name) throws IOException {
    Query standing = Query.of(q -> q.bool(b -> b.mustNot(m -> m.term(Templates::erased))));
    for (String index : client.indices().getAlias(a -> a.name(name)).result().keySet()) {
      client.indices().putAlias(a -> a.index(index).name(name).isWriteIndex(true).filter(standing));
    }
  }

  private static TermQuery.Builder erased(TermQuery.Builder term) {
    return term.field(Tombstone.ERASED).value(true);
  }

  private void create(String name) throws IOException {
    try {
      client.indices().create(c -> c.index(name + "-1").aliases(name, a -> a.isWriteIndex(true)));
    } catch (ElasticsearchException e) {
      if (!"resource_already_exists_exception".equals(e.error().type())) {
        throw e;
      }
    }
  }

  private static ObjectNode resource(String name) throws IOException {
    try (InputStream file = Templates.class.getResourceAsStream(name + ".json")) {
      if (file == null) {
        throw new IllegalStateException("no resource " + name + ".json");
      }
      return (ObjectNode) Json.MAPPER.readTree(file);
    }
  }
}

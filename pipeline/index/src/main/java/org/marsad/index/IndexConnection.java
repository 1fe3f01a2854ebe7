// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.HealthStatus;
import co.elastic.clients.json.jackson.JacksonJsonpMapper;
import co.elastic.clients.transport.rest_client.RestClientOptions;
import co.elastic.clients.transport.rest_client.RestClientTransport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.apache.http.Header;
import org.apache.http.HttpHost;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.message.BasicHeader;
import org.elasticsearch.client.RequestOptions;
import org.elasticsearch.client.RestClient;
import org.elasticsearch.client.RestClientBuilder;
import org.jspecify.annotations.Nullable;
import org.marsad.model.Json;

/** A connection to an Elasticsearch 8, embedded or not. Thread-safe. */
public final class IndexConnection implements AutoCloseable {
  /** Below the time limit of a request. */
  private static final String LONGEST_RECOVERY = "50s";

  private static final int CONNECT_MILLIS = 5_000;
  private static final int ANSWER_MILLIS = 60_000;
  private static final int MAX_CONNECTIONS = 20;

  private final URI url;
  private final ElasticsearchClient client;

  private IndexConnection(URI url, ElasticsearchClient client) {
    this.url = url;
    this.client = client;
  }

  /**
   * {@link #open(URI, String)} of an address.
   *
   * @throws org.marsad.model.SecretException if its key cannot be read
   * @throws IndexRefusedException if its authority cannot be
   */
  public static IndexConnection open(IndexAddress address) {
    return open(
        address.url(),
        address.apiKey() == null ? null : address.apiKey().text(),
        address.authority() == null ? null : TrustedAuthority.of(address.authority().toPath()));
  }

  /**
   * Prepares a connection without using it yet; see {@link #verify}.
   *
   * @param url for example {@code https://search.example.org:9200}
   * @param apiKey in the encoded form that Elasticsearch hands out; null where none is needed
   */
  public static IndexConnection open(URI url, @Nullable String apiKey) {
    return open(url, apiKey, null);
  }

  private static IndexConnection open(
      URI url, @Nullable String apiKey, @Nullable SSLContext trust) {
    if (url.getHost() == null) {
      throw new IllegalArgumentException(
          url + " is not a URL of the form http://host:9200: check --elasticsearch");
    }
    RestClientBuilder builder =
        RestClient.builder(HttpHost.create(url.getScheme() + "://" + url.getAuthority()))
            .setRequestConfigCallback(
                request ->
                    request.setConnectTimeout(CONNECT_MILLIS).setSocketTimeout(ANSWER_MILLIS))
            .setHttpClientConfigCallback(
                http -> {
                  http.setMaxConnTotal(MAX_CONNECTIONS).setMaxConnPerRoute(MAX_CONNECTIONS);
                  return trust == null ? http : http.setSSLContext(trust);
                });
    if (url.getPath() != null && url.getPath().length() > 1) {
      builder.setPathPrefix(url.getPath());
    }
    if (apiKey != null) {
      builder.setDefaultHeaders(
          new Header[] {new BasicHeader("Authorization", "ApiKey " + apiKey.strip())});
    }
    return new IndexConnection(
        url,
        new ElasticsearchClient(
            new RestClientTransport(builder.build(), new JacksonJsonpMapper(Json.MAPPER))));
  }

  /**
   * The same connection for callers who cannot wait: a call fails once Elasticsearch has been
   * silent for so long. Closing either closes both.
   */
  public IndexConnection within(Duration limit) {
    int millis = Math.toIntExact(limit.toMillis());
    RequestOptions options =
        RequestOptions.DEFAULT.toBuilder()
            .setRequestConfig(
                RequestConfig.custom()
                    .setConnectTimeout(millis)
                    .setConnectionRequestTimeout(millis)
                    .setSocketTimeout(millis)
                    .build())
            .build();
    return new IndexConnection(
        url, client.withTransportOptions(new RestClientOptions(options, false)));
  }

  public URI url() {
    return url;
  }

  /** The client itself, as it is: it throws its own exceptions. */
  public ElasticsearchClient client() {
    return client;
  }

  /** Something to ask of the client. */
  @FunctionalInterface
  public interface Call<T> {
    T on(ElasticsearchClient client) throws IOException;
  }

  /**
   * Calls the client.
   *
   * @throws IndexUnavailableException when it failed in a way that passes
   * @throws IndexRefusedException when a person must act
   * @throws co.elastic.clients.elasticsearch._types.ElasticsearchException for the remaining
   *     answers, which speak about the request itself
   */
  public <T> T call(Call<T> call) {
    try {
      return call.on(client);
    } catch (IOException | ElasticsearchException e) {
      throw Failures.sorted(url, e);
    }
  }

  /**
   * Makes sure that an Elasticsearch 8 answers and takes our key.
   *
   * @return its version
   * @throws IndexUnavailableException when nothing answers
   * @throws IndexRefusedException when the key is wrong, or what answers is something else
   */
  public String verify() {
    String version = call(c -> c.info().version().number());
    if (!version.startsWith("8.")) {
      throw new IndexRefusedException(
          "Elasticsearch at " + url + " is version " + version + "; Marsad needs 8.x", null);
    }
    return version;
  }

  /**
   * Creates or brings up to date the templates, and creates what indices are missing. May be
   * repeated at any time.
   */
  public void installTemplates() {
    call(
        c -> {
          new Templates(c).install();
          return true;
        });
  }

  /**
   * Waits until every index answers searches, which a node that has just started refuses for a
   * while. It takes the right to watch the cluster, which a key for somebody's cluster need not
   * have.
   */
  public void awaitSearchable() {
    call(
        c ->
            c.cluster()
                .health(
                    h ->
                        h.index(IndexNames.ALL)
                            .waitForStatus(HealthStatus.Yellow)
                            .timeout(t -> t.time(LONGEST_RECOVERY))));
  }

  /** Makes what has been written visible to searches now, rather than within a second. */
  public void refresh() {
    call(c -> c.indices().refresh(r -> r.index(IndexNames.ALL)));
  }

  @Override
  public void close() {
    try {
      client._transport().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

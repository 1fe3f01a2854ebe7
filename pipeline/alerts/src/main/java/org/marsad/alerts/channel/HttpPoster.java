// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.channel;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.channel.UndeliveredException.Remedy;
import org.marsad.model.net.AddressPolicy;
import org.marsad.model.net.ForbiddenAddressException;

/**
 * Posts JSON, follows no redirect, and reads only the beginning of an answer. What the HTTP client
 * says of a failure names the URL, which is a secret of the subscriber or of the bot; so faults are
 * said in our own words, and its exceptions are not passed on.
 */
final class HttpPoster implements AutoCloseable {
  static final Limits LIMITS = new Limits(Duration.ofSeconds(10), Duration.ofSeconds(25));
  private static final int MAX_ANSWER_BYTES = 4096;

  /**
   * How long to wait.
   *
   * @param step for the connection, and for each piece of the answer
   * @param whole from the start to the end of the answer
   */
  record Limits(Duration step, Duration whole) {}

  /**
   * What came back.
   *
   * @param retryAfter the header of that name
   * @param body its first 4 kB
   */
  record Answer(int status, @Nullable String retryAfter, String body) {}

  private final Limits limits;
  private final CloseableHttpClient client;
  private final ScheduledExecutorService deadlines =
      Executors.newSingleThreadScheduledExecutor(HttpPoster::daemon);

  private HttpPoster(DnsResolver resolver, Limits limits) {
    this.limits = limits;
    Timeout step = Timeout.of(limits.step());
    ConnectionConfig connection =
        ConnectionConfig.custom().setConnectTimeout(step).setSocketTimeout(step).build();
    this.client =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDnsResolver(resolver)
                    .setDefaultConnectionConfig(connection)
                    .setMaxConnTotal(Integer.MAX_VALUE)
                    .build())
            .setUserAgent("Marsad")
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableAuthCaching()
            .build();
  }

  /** For URLs of the operator's own choice. */
  static HttpPoster unguarded(Limits limits) {
    return new HttpPoster(SystemDefaultDnsResolver.INSTANCE, limits);
  }

  /** For URLs from others: every connection is opened only where the policy permits. */
  static HttpPoster guarded(AddressPolicy policy, Limits limits) {
    return new HttpPoster(new GuardedDnsResolver(policy), limits);
  }

  /**
   * @throws UndeliveredException if there was no answer
   */
  Answer post(URI uri, byte[] json, Map<String, String> headers) throws UndeliveredException {
    HttpPost request = new HttpPost(uri);
    headers.forEach(request::setHeader);
    request.setEntity(new ByteArrayEntity(json, ContentType.APPLICATION_JSON));
    HttpHost host = new HttpHost(uri.getScheme(), uri.getHost(), uri.getPort());
    ScheduledFuture<?> deadline =
        deadlines.schedule(request::cancel, limits.whole().toMillis(), TimeUnit.MILLISECONDS);
    Answer answer = null;
    try (ClassicHttpResponse response = client.executeOpen(host, request, null)) {
      answer = read(response, request);
      return answer;
    } catch (IOException | RuntimeException e) {
      // The client also answers some URLs with exceptions that it does not declare.
      if (answer != null) {
        // Only closing failed, as it does where the rest was cut off.
        return answer;
      }
      throw fault(e);
    } finally {
      deadline.cancel(false);
    }
  }

  private static Answer read(ClassicHttpResponse response, HttpPost request) throws IOException {
    Header retryAfter = response.getFirstHeader("Retry-After");
    HttpEntity entity = response.getEntity();
    byte[] body = entity == null ? new byte[0] : entity.getContent().readNBytes(MAX_ANSWER_BYTES);
    if (body.length == MAX_ANSWER_BYTES) {
      // Closing a connection in good order reads what is left, which may have no end.
      request.cancel();
    }
    return new Answer(
        response.getCode(),
        retryAfter == null ? null : retryAfter.getValue(),
        new String(body, StandardCharsets.UTF_8));
  }

  private static UndeliveredException fault(Exception e) {
    if (e instanceof ForbiddenAddressException) {
      return new UndeliveredException(
          Remedy.ADDRESS_REFUSED,
          "the URL leads to a private address, which only the setting alerts.private-webhooks permits",
          null);
    }
    boolean unsent =
        e instanceof UnknownHostException
            || e instanceof ConnectException
            || e instanceof ConnectTimeoutException;
    return new UndeliveredException(
        unsent ? Remedy.RETRY : Remedy.REPEAT, "no answer: " + reason(e), null);
  }

  private static String reason(Exception e) {
    if (e instanceof UnknownHostException) {
      return "the host has no address";
    }
    if (e instanceof SSLException) {
      return "no secure connection; the certificate may be wrong or have expired";
    }
    return e instanceof InterruptedIOException ? "it took too long" : "the connection failed";
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "alert-deadlines");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    deadlines.shutdownNow();
    client.close(CloseMode.IMMEDIATE);
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.marsad.model.net.AddressPolicy;
import org.marsad.model.net.ForbiddenAddressException;

/**
 * One request without redirects, robots or limiter, but within the limits on size and time.
 * Connections are opened only where the {@link AddressPolicy} permits, and are never shared with a
 * client of another policy.
 */
final class HttpHop implements AutoCloseable {
  private static final int MAX_CONNECTIONS_PER_ROUTE = 4;

  /** What one request came to. */
  sealed interface Result {}

  /**
   * @param headers the first of each name; of X-Robots-Tag all, a line each
   * @param body decompressed, and cut at the limit
   * @param cut whether there was more
   */
  record Answer(int status, Map<String, String> headers, byte[] body, boolean cut)
      implements Result {
    @Nullable String header(String name) {
      return headers.get(name);
    }
  }

  record NoAnswer(FailureKind kind, String detail) implements Result {}

  private final CloseableHttpClient client;
  private final HttpLimits limits;
  private final ScheduledExecutorService deadlines;

  /**
   * @param deadlines cuts off what takes too long; owned by the caller
   */
  HttpHop(
      String userAgent,
      HttpLimits limits,
      AddressPolicy policy,
      ScheduledExecutorService deadlines) {
    this.limits = limits;
    this.deadlines = deadlines;
    Timeout connect = Timeout.of(limits.connectTimeout());
    Timeout read = Timeout.of(limits.readTimeout());
    PoolingHttpClientConnectionManager connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setDnsResolver(new GuardedDnsResolver(policy))
            .setMaxConnPerRoute(MAX_CONNECTIONS_PER_ROUTE)
            .setMaxConnTotal(Integer.MAX_VALUE)
            .setDefaultSocketConfig(SocketConfig.custom().setSoTimeout(read).build())
            .setDefaultConnectionConfig(
                ConnectionConfig.custom().setConnectTimeout(connect).setSocketTimeout(read).build())
            .build();
    this.client =
        HttpClients.custom()
            .setConnectionManager(connections)
            .setUserAgent(userAgent)
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableAuthCaching()
            .build();
  }

  /**
   * @param headers to send
   * @param maxBytes of the body to read
   */
  Result get(URI uri, Map<String, String> headers, int maxBytes) {
    return send(uri, new HttpGet(uri), headers, maxBytes);
  }

  /**
   * @param form the body, form-encoded
   */
  Result post(URI uri, Map<String, String> headers, String form, int maxBytes) {
    HttpPost request = new HttpPost(uri);
    request.setEntity(new StringEntity(form, ContentType.APPLICATION_FORM_URLENCODED));
    return send(uri, request, headers, maxBytes);
  }

  private Result send(
      URI uri, HttpUriRequestBase request, Map<String, String> headers, int maxBytes) {
    headers.forEach(request::setHeader);
    AtomicBoolean late = new AtomicBoolean();
    ScheduledFuture<?> deadline =
        deadlines.schedule(
            () -> {
              late.set(true);
              request.cancel();
            },
            limits.requestTimeout().toMillis(),
            TimeUnit.MILLISECONDS);
    HttpHost host = new HttpHost(uri.getScheme(), uri.getHost(), uri.getPort());
    Answer answer = null;
    try (ClassicHttpResponse response = client.executeOpen(host, request, null)) {
      answer = read(response, request, maxBytes);
      return answer;
    } catch (IOException | RuntimeException e) {
      // The client also answers some URLs and headers with exceptions that it does not declare.
      if (answer != null) {
        // Only closing failed, as it does where the rest was cut off.
        return answer;
      }
      return late.get() ? tooLate() : new NoAnswer(kindOf(e), String.valueOf(e.getMessage()));
    } finally {
      deadline.cancel(false);
    }
  }

  private Answer read(ClassicHttpResponse response, HttpUriRequestBase request, int maxBytes)
      throws IOException {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Header header : response.getHeaders()) {
      boolean everyLine = header.getName().equalsIgnoreCase("X-Robots-Tag");
      headers.merge(
          header.getName(),
          header.getValue(),
          (first, further) -> everyLine ? first + "\n" + further : first);
    }
    HttpEntity entity = response.getEntity();
    if (entity == null) {
      return new Answer(response.getCode(), headers, new byte[0], false);
    }
    InputStream content = entity.getContent();
    byte[] body = content.readNBytes(maxBytes);
    boolean cut = body.length == maxBytes && content.read() != -1;
    if (cut) {
      // Closing a connection in good order reads what is left, which may have no end.
      request.cancel();
    }
    return new Answer(response.getCode(), headers, body, cut);
  }

  private NoAnswer tooLate() {
    return new NoAnswer(
        FailureKind.TIMEOUT,
        "no complete answer within " + limits.requestTimeout().toSeconds() + " s");
  }

  private static FailureKind kindOf(Exception e) {
    if (e instanceof ForbiddenAddressException) {
      return FailureKind.FORBIDDEN_ADDRESS;
    }
    if (e instanceof UnknownHostException) {
      return FailureKind.UNKNOWN_HOST;
    }
    if (e instanceof SocketTimeoutException || e instanceof InterruptedIOException) {
      return FailureKind.TIMEOUT;
    }
    if (e instanceof ConnectException || e instanceof NoRouteToHostException) {
      return FailureKind.CONNECT_FAILED;
    }
    return e instanceof SSLException ? FailureKind.TLS_FAILED : FailureKind.BROKEN_RESPONSE;
  }

  @Override
  public void close() throws IOException {
    client.close(CloseMode.IMMEDIATE);
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorResponse;
import co.elastic.clients.transport.TransportException;
import java.net.URI;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.elasticsearch.client.ResponseException;
import org.jspecify.annotations.Nullable;

/** Sorts what the client throws into what passes and what a person must mend. */
final class Failures {
  static final int UNAUTHORIZED = 401;
  static final int FORBIDDEN = 403;
  static final int NOT_FOUND = 404;
  static final int CONFLICT = 409;
  static final int TOO_MANY_REQUESTS = 429;
  static final int SERVER_ERROR = 500;

  private Failures() {}

  static RuntimeException sorted(URI url, Exception thrown) {
    if (thrown instanceof ElasticsearchException e) {
      return byStatus(url, e.status(), e);
    }
    if (thrown instanceof TransportException e) {
      return byStatus(url, e.statusCode(), e);
    }
    if (thrown instanceof ResponseException e) {
      int status = e.getResponse().getStatusLine().getStatusCode();
      return status == CONFLICT ? conflict() : byStatus(url, status, e);
    }
    SSLException distrust = distrust(thrown);
    if (distrust != null) {
      return new IndexRefusedException(
          "the certificate of Elasticsearch at "
              + url
              + " is not trusted, or not one for that host ("
              + distrust.getMessage()
              + "): check --ca-file, and the host in --elasticsearch",
          thrown);
    }
    return new IndexUnavailableException(
        "Elasticsearch at " + url + " cannot be reached (" + thrown + "): is it running?", thrown);
  }

  /**
   * Why we do not speak with what is there; null for other faults, also for a handshake that ended
   * early because the server did.
   */
  private static @Nullable SSLException distrust(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      boolean isOurs =
          cause instanceof SSLPeerUnverifiedException
              || cause.getCause() instanceof CertificateException;
      if (isOurs && cause instanceof SSLException refused) {
        return refused;
      }
    }
    return null;
  }

  /** The client hands over a conflict undecoded, but it speaks about the request like others. */
  private static ElasticsearchException conflict() {
    return new ElasticsearchException(
        "write",
        ErrorResponse.of(
            r ->
                r.status(CONFLICT)
                    .error(
                        e ->
                            e.type("version_conflict_engine_exception")
                                .reason("somebody else has written it meanwhile"))));
  }

  private static RuntimeException byStatus(URI url, int status, Exception e) {
    if (status == UNAUTHORIZED || status == FORBIDDEN) {
      return new IndexRefusedException(
          "Elasticsearch at "
              + url
              + " refuses our API key ("
              + status
              + "): check --api-key-file, and that the key may manage and write marsad-*",
          e);
    }
    if (status == TOO_MANY_REQUESTS || status >= SERVER_ERROR || isCancelled(e)) {
      return new IndexUnavailableException(
          "Elasticsearch at " + url + " cannot answer now (" + status + ")", e);
    }
    if (e instanceof ElasticsearchException about
        && "index_not_found_exception".equals(about.error().type())) {
      return new IndexRefusedException(
          "the indices are not in Elasticsearch at "
              + url
              + ": start marsad again, which installs them",
          e);
    }
    if (e instanceof ElasticsearchException about) {
      return about;
    }
    return new IndexRefusedException(
        "what answers at " + url + " is no Elasticsearch 8: check --elasticsearch", e);
  }

  /**
   * A node that thaws cancels the searches that nobody waits for any longer, and now and then takes
   * a new one with them; it blames the request for that, with status 400.
   */
  private static boolean isCancelled(Exception e) {
    return e instanceof ElasticsearchException about
        && about.error().rootCause().stream()
            .anyMatch(cause -> "task_cancelled_exception".equals(cause.type()));
  }
}

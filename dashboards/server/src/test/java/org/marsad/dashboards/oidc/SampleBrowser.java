// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.oidc;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** Goes where it is sent, one step at a time, with its cookies. */
final class SampleBrowser {
  private final CookieManager cookies = new CookieManager();
  private final HttpClient client =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NEVER)
          .cookieHandler(cookies)
          .build();

  HttpResponse<String> get(URI address) throws IOException, InterruptedException {
    return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }

  /** Where it is sent on to from there. */
  URI next(URI address) throws IOException, InterruptedException {
    HttpResponse<String> answer = get(address);
    if (answer.statusCode() != 302) {
      throw new AssertionError(address + " answers " + answer.statusCode() + answer.body());
    }
    return address.resolve(answer.headers().firstValue("Location").orElseThrow());
  }

  List<HttpCookie> cookies() {
    return cookies.getCookieStore().getCookies();
  }
}

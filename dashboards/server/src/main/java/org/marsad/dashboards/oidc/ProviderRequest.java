// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.oidc;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pac4j.core.context.Cookie;
import org.pac4j.core.context.WebContext;

/**
 * As much of a request as pac4j may see: the parameters of a provider's answer. Cookies and answers
 * are our own business.
 *
 * @param callback where the provider sends the browser back to
 */
record ProviderRequest(String callback, Map<String, String[]> parameters) implements WebContext {

  @Override
  public Optional<String> getRequestParameter(String name) {
    String[] values = parameters.get(name);
    return values == null || values.length == 0 ? Optional.empty() : Optional.of(values[0]);
  }

  @Override
  public Map<String, String[]> getRequestParameters() {
    return parameters;
  }

  @Override
  public Optional<Object> getRequestAttribute(String name) {
    return Optional.empty();
  }

  @Override
  public void setRequestAttribute(String name, Object value) {
    // Nobody reads it.
  }

  @Override
  public Optional<String> getRequestHeader(String name) {
    return Optional.empty();
  }

  @Override
  public String getRequestMethod() {
    return "GET";
  }

  @Override
  public String getRemoteAddr() {
    return "";
  }

  @Override
  public void setResponseHeader(String name, String value) {
    // Answers are our own.
  }

  @Override
  public Optional<String> getResponseHeader(String name) {
    return Optional.empty();
  }

  @Override
  public void setResponseContentType(String content) {
    // Answers are our own.
  }

  @Override
  public String getServerName() {
    return "";
  }

  @Override
  public int getServerPort() {
    return 0;
  }

  @Override
  public String getScheme() {
    return "";
  }

  @Override
  public boolean isSecure() {
    return callback.startsWith("https:");
  }

  @Override
  public String getFullRequestURL() {
    return callback;
  }

  @Override
  public Collection<Cookie> getRequestCookies() {
    return List.of();
  }

  @Override
  public void addResponseCookie(Cookie cookie) {
    // Answers are our own.
  }

  @Override
  public String getPath() {
    return "";
  }
}

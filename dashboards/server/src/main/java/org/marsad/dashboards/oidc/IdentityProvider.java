// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.dashboards.oidc.RefusedLoginException.Reason;
import org.pac4j.core.context.CallContext;
import org.pac4j.core.exception.TechnicalException;
import org.pac4j.core.exception.http.RedirectionAction;
import org.pac4j.core.exception.http.WithLocationAction;
import org.pac4j.core.http.callback.NoParameterCallbackUrlResolver;
import org.pac4j.oidc.client.OidcClient;
import org.pac4j.oidc.config.OidcConfiguration;
import org.pac4j.oidc.credentials.OidcCredentials;
import org.pac4j.oidc.metadata.StaticOidcOpMetadataResolver;

/**
 * Asks an identity provider who somebody is. What the provider says of itself is fetched at the
 * first login and hourly after that, from the issuer of the settings alone; while it cannot be,
 * nobody can log in by it. Thread-safe.
 */
final class IdentityProvider {
  private static final int TIMEOUT_MILLIS = 5_000;
  private static final Duration KNOWN_FOR = Duration.ofHours(1);

  private final OidcSettings settings;
  private final Clock clock;
  private @Nullable OidcClient client;
  private Instant fetched = Instant.EPOCH;

  IdentityProvider(OidcSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Where to send the browser.
   *
   * @param attempt takes state, nonce and PKCE's verifier
   * @throws RefusedLoginException if the provider is away
   */
  URI begin(String callback, Attempt attempt) {
    try {
      RedirectionAction action =
          client()
              .getRedirectionAction(call(callback, Map.of(), attempt))
              .orElseThrow(() -> new RefusedLoginException(Reason.FAILED, null));
      return URI.create(((WithLocationAction) action).getLocation());
    } catch (TechnicalException e) {
      throw new RefusedLoginException(Reason.FAILED, e);
    }
  }

  /**
   * Who it is, after all checks: state, code with PKCE, and the ID token's signature, issuer,
   * audience, times and nonce.
   *
   * @param answer the parameters with which the browser came back
   * @throws RefusedLoginException if one does not hold
   */
  IDTokenClaimsSet finish(String callback, Map<String, String[]> answer, Attempt attempt) {
    OidcClient asked = client();
    CallContext call = call(callback, answer, attempt);
    try {
      OidcCredentials credentials =
          (OidcCredentials)
              asked
                  .getCredentials(call)
                  .flatMap(found -> asked.validateCredentials(call, found))
                  .orElseThrow(() -> new RefusedLoginException(Reason.FAILED, null));
      Nonce nonce =
          attempt
              .get(call.webContext(), asked.getNonceSessionAttributeName())
              .map(value -> new Nonce((String) value))
              .orElseThrow(() -> new RefusedLoginException(Reason.FAILED, null));
      if (credentials.getIdToken() == null) {
        throw new RefusedLoginException(Reason.FAILED, null);
      }
      return asked
          .getConfiguration()
          .getOpMetadataResolver()
          .getTokenValidator()
          .validateIdToken(credentials.toIdToken(), nonce);
    } catch (TechnicalException e) {
      throw new RefusedLoginException(
          e.getCause() instanceof IOException ? Reason.AWAY : Reason.FAILED, e);
    } catch (BadJOSEException | JOSEException | IllegalArgumentException e) {
      throw new RefusedLoginException(Reason.FAILED, e);
    }
  }

  private static CallContext call(String callback, Map<String, String[]> answer, Attempt attempt) {
    return new CallContext(new ProviderRequest(callback, answer), attempt);
  }

  private synchronized OidcClient client() {
    Instant now = clock.instant();
    OidcClient known = client;
    if (known == null || fetched.plus(KNOWN_FOR).isBefore(now)) {
      known = connect();
      client = known;
      fetched = now;
    }
    return known;
  }

  private OidcClient connect() {
    try {
      // Compares the issuer too: another's description must not stand for this one's.
      OIDCProviderMetadata metadata =
          OIDCProviderMetadata.resolve(
              new Issuer(settings.issuer()), TIMEOUT_MILLIS, TIMEOUT_MILLIS);
      if (metadata.getIDTokenJWSAlgs() != null) {
        // pac4j refuses a provider that could leave tokens unsigned; we refuse such tokens.
        metadata.setIDTokenJWSAlgs(
            metadata.getIDTokenJWSAlgs().stream()
                .filter(algorithm -> !"none".equals(algorithm.getName()))
                .toList());
      }
      return client(metadata);
    } catch (IOException | GeneralException | RuntimeException e) {
      throw new RefusedLoginException(Reason.AWAY, e);
    }
  }

  private OidcClient client(OIDCProviderMetadata metadata) {
    OidcConfiguration configuration = new OidcConfiguration();
    configuration.setClientId(settings.clientId());
    configuration.setSecret(settings.secret());
    configuration.setScope("openid profile email");
    configuration.setUseNonce(true);
    configuration.setPkceMethod(CodeChallengeMethod.S256);
    configuration.setConnectTimeout(TIMEOUT_MILLIS);
    configuration.setReadTimeout(TIMEOUT_MILLIS);
    configuration.setCallUserInfoEndpoint(false);
    configuration.setResourceRetriever(
        new com.nimbusds.jose.util.DefaultResourceRetriever(
            TIMEOUT_MILLIS, TIMEOUT_MILLIS, 1 << 20));
    StaticOidcOpMetadataResolver resolver =
        new StaticOidcOpMetadataResolver(configuration, metadata);
    configuration.setOpMetadataResolver(resolver);
    resolver.init();
    OidcClient made = new OidcClient(configuration);
    made.setName("oidc");
    made.setCallbackUrl(settings.issuer().toString());
    made.setCallbackUrlResolver(new NoParameterCallbackUrlResolver());
    made.setUrlResolver((url, request) -> request.getFullRequestURL());
    made.init();
    return made;
  }
}

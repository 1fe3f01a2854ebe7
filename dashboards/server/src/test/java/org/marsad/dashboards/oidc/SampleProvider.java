// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.marsad.model.Json;

/**
 * An OpenID provider on loopback that does what the standard asks: discovery, authorization code
 * with PKCE, client authentication, signed ID tokens. Its one person is logged in already. Tests
 * make it lie.
 */
final class SampleProvider implements AutoCloseable {
  static final String CLIENT = "marsad";
  static final String SECRET = "a secret of at least thirty-two bytes";

  /** How an ID token becomes text. */
  interface Signing {
    String sign(JWTClaimsSet claims) throws JOSEException;
  }

  private record Grant(String nonce, String challenge, String redirect) {}

  private final String host;
  private final HttpServer server;
  private final RSAKey key;
  private final Map<String, Grant> grants = new ConcurrentHashMap<>();
  private volatile String subject = "s-1";
  private volatile Map<String, Object> claims = Map.of();
  private volatile UnaryOperator<JWTClaimsSet.Builder> lie = UnaryOperator.identity();
  private volatile Signing signing;

  /**
   * @param host a name of loopback; to browsers each is a site of its own
   */
  SampleProvider(String host) throws IOException, JOSEException {
    this.host = host;
    key = new RSAKeyGenerator(2048).keyID("k1").generate();
    signing = claims -> signed(claims, key);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/.well-known/openid-configuration", this::describe);
    server.createContext("/jwks", exchange -> answer(exchange, 200, keys()));
    server.createContext("/authorize", this::authorize);
    server.createContext("/token", this::token);
    server.start();
  }

  String issuer() {
    return "http://" + host + ":" + server.getAddress().getPort();
  }

  /** Somebody else comes, who is honestly told of. */
  void person(String someone, Map<String, Object> more) {
    subject = someone;
    claims = more;
    lie = UnaryOperator.identity();
    signing = built -> signed(built, key);
  }

  void lie(UnaryOperator<JWTClaimsSet.Builder> change) {
    lie = change;
  }

  void sign(Signing other) {
    signing = other;
  }

  static String signed(JWTClaimsSet claims, RSAKey by) throws JOSEException {
    SignedJWT token =
        new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1").build(), claims);
    token.sign(new RSASSASigner(by));
    return token.serialize();
  }

  static String unsigned(JWTClaimsSet claims) {
    return new PlainJWT(claims).serialize();
  }

  private void describe(HttpExchange exchange) throws IOException {
    Map<String, Object> description = new LinkedHashMap<>();
    description.put("issuer", issuer());
    description.put("authorization_endpoint", issuer() + "/authorize");
    description.put("token_endpoint", issuer() + "/token");
    description.put("jwks_uri", issuer() + "/jwks");
    description.put("response_types_supported", List.of("code"));
    description.put("subject_types_supported", List.of("public"));
    description.put("id_token_signing_alg_values_supported", List.of("RS256", "none"));
    description.put("token_endpoint_auth_methods_supported", List.of("client_secret_basic"));
    description.put("authorization_response_iss_parameter_supported", true);
    answer(exchange, 200, description);
  }

  private Map<String, Object> keys() {
    return new JWKSet(key.toPublicJWK()).toJSONObject();
  }

  private void authorize(HttpExchange exchange) throws IOException {
    Map<String, String> asked = parameters(exchange.getRequestURI().getRawQuery());
    boolean isGood =
        "code".equals(asked.get("response_type"))
            && CLIENT.equals(asked.get("client_id"))
            && "S256".equals(asked.get("code_challenge_method"))
            && List.of(asked.getOrDefault("scope", "").split(" ")).contains("openid");
    if (!isGood) {
      answer(exchange, 400, Map.of("error", "invalid_request"));
      return;
    }
    String code = UUID.randomUUID().toString();
    String redirect = asked.getOrDefault("redirect_uri", "");
    grants.put(
        code,
        new Grant(
            asked.getOrDefault("nonce", ""), asked.getOrDefault("code_challenge", ""), redirect));
    exchange
        .getResponseHeaders()
        .set(
            "Location",
            redirect
                + "?code="
                + code
                + "&state="
                + URLEncoder.encode(asked.getOrDefault("state", ""), UTF_8)
                + "&iss="
                + URLEncoder.encode(issuer(), UTF_8)
                + "&session_state=of-no-use");
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private void token(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    Map<String, String> asked = parameters(body);
    Grant grant = grants.remove(asked.getOrDefault("code", ""));
    boolean isGood =
        grant != null
            && isClient(exchange)
            && grant.redirect().equals(asked.get("redirect_uri"))
            && grant.challenge().equals(challenge(asked.getOrDefault("code_verifier", "")));
    if (!isGood || grant == null) {
      answer(exchange, 400, Map.of("error", "invalid_grant"));
      return;
    }
    Instant now = Instant.now();
    JWTClaimsSet.Builder token =
        new JWTClaimsSet.Builder()
            .issuer(issuer())
            .audience(CLIENT)
            .subject(subject)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(300)))
            .claim("nonce", grant.nonce());
    claims.forEach(token::claim);
    try {
      answer(
          exchange,
          200,
          Map.of(
              "access_token", "of-no-use",
              "token_type", "Bearer",
              "id_token", signing.sign(lie.apply(token).build())));
    } catch (JOSEException e) {
      throw new IOException(e);
    }
  }

  private static boolean isClient(HttpExchange exchange) {
    String given = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    String login = CLIENT + ":" + URLEncoder.encode(SECRET, UTF_8);
    return given.equals("Basic " + Base64.getEncoder().encodeToString(login.getBytes(UTF_8)));
  }

  private static String challenge(String verifier) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> parameters(String query) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String part : query.split("&")) {
      int equals = part.indexOf('=');
      parameters.put(
          URLDecoder.decode(part.substring(0, equals), UTF_8),
          URLDecoder.decode(part.substring(equals + 1), UTF_8));
    }
    return parameters;
  }

  private static void answer(HttpExchange exchange, int status, Object json) throws IOException {
    byte[] body = Json.MAPPER.writeValueAsBytes(json);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

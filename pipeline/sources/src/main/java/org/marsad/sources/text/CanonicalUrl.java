// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.text;

import crawlercommons.filters.basic.BasicURLNormalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One spelling for the many URLs of one page: host in lower case, no default port, no tracking
 * parameters, the query sorted, percent-encoding as in RFC 3986, no AMP variant, no page of an
 * article's comments, no fragment but the one that names a reader's comment.
 */
public final class CanonicalUrl {
  private static final List<String> TRACKING =
      List.of(
          "utm_source",
          "utm_medium",
          "utm_campaign",
          "utm_term",
          "utm_content",
          "utm_id",
          "utm_name",
          "utm_reader",
          "utm_social",
          "utm_cid",
          "fbclid",
          "gclid",
          "dclid",
          "gbraid",
          "wbraid",
          "msclkid",
          "yclid",
          "twclid",
          "ttclid",
          "igshid",
          "igsh",
          "mc_cid",
          "mc_eid",
          "ref_src",
          "ref_url",
          "_ga",
          "_gl",
          "at_medium",
          "at_campaign",
          "xtor",
          "__twitter_impression",
          "amp",
          "amp_js_v",
          "usqp",
          "replytocom",
          "cpage");

  private static final BasicURLNormalizer NORMALIZER =
      BasicURLNormalizer.newBuilder().queryParamsToRemove(TRACKING).build();

  private static final Pattern WEB = Pattern.compile("(?i)^https?://[^/?#\\s]+.*", Pattern.DOTALL);

  /**
   * WordPress and most comment systems: {@code #comment-12}, {@code #li-comment-12}, {@code #c12}.
   */
  private static final Pattern COMMENT_FRAGMENT =
      Pattern.compile("#(?:li-|div-)?(comment[-_]?\\d+|c\\d+)$");

  /** Only behind another path segment: a page that is itself called /amp stays. */
  private static final Pattern AMP_PATH =
      Pattern.compile("^(https?://[^/?]+/[^?]*[^/?])(?:/amp/?|\\.amp)(\\.html?)?(\\?.*)?$");

  /** WordPress shows the article above each page of its comments. */
  private static final Pattern COMMENT_PAGE = Pattern.compile("/comment-page-\\d+(/?)(?=$|\\?)");

  private CanonicalUrl() {}

  /**
   * @return null where the input is not a web address
   */
  public static @Nullable String of(@Nullable String url) {
    if (url == null || !WEB.matcher(url.strip()).matches()) {
      return null;
    }
    String trimmed = url.strip();
    String normal = NORMALIZER.filter(trimmed);
    if (normal == null) {
      return null;
    }
    Matcher amp = AMP_PATH.matcher(normal);
    if (amp.matches()) {
      normal = amp.group(1) + orEmpty(amp.group(2)) + orEmpty(amp.group(3));
    }
    normal = COMMENT_PAGE.matcher(normal).replaceFirst("$1");
    Matcher comment = COMMENT_FRAGMENT.matcher(trimmed.toLowerCase(Locale.ROOT));
    return comment.find() ? normal + "#" + comment.group(1) : normal;
  }

  /** True for an address that names one reader's comment on a page. */
  public static boolean namesComment(String canonicalUrl) {
    return COMMENT_FRAGMENT.matcher(canonicalUrl).find();
  }

  private static String orEmpty(@Nullable String group) {
    return group == null ? "" : group;
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.telegram;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.marsad.sources.catalogue.FeedContent;
import org.marsad.sources.catalogue.FeedForm;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.network.FetcherContract;
import org.marsad.sources.network.NetworkServer;

/** An invented channel with two messages a page. */
class TelegramContractTest extends FetcherContract {
  private static final String PATH = "/s/canal_fictif";
  private static final int PAGE = 2;

  private final TreeMap<Long, String> messages = new TreeMap<>();

  @Override
  protected OutletFeed feed() {
    return new OutletFeed(
        "canal",
        "Canal fictif",
        "fr",
        server.url(PATH),
        FeedContent.ARTICLES,
        null,
        null,
        FeedForm.TELEGRAM,
        Map.of());
  }

  @Override
  protected List<String> serveSeveralPages() {
    for (long id = 11; id <= 15; id++) {
      messages.put(id, text("message " + id));
    }
    serve();
    return List.of(name(11), name(12), name(13), name(14), name(15));
  }

  @Override
  protected List<String> serveNewer() {
    messages.put(16L, text("message 16"));
    messages.put(17L, text("message 17"));
    messages.put(18L, text("message 18"));
    return List.of(name(16), name(17), name(18));
  }

  @Override
  protected List<String> serveOneBadItem() {
    server.on(
        PATH,
        NetworkServer.Answer.html(
            page(
                message(name(1), text("one"))
                    + message("{}", text("two"))
                    + message(name(3), text("three")))));
    return List.of(name(1), name(3));
  }

  @Override
  protected List<String> serveBadDates() {
    server.on(
        PATH,
        NetworkServer.Answer.html(
            page(
                message(name(1), text("one"), "0001-01-01T00:00:00+00:00")
                    + message(name(2), text("two"), "2900-01-01T00:00:00+00:00"))));
    return List.of(name(1), name(2));
  }

  @Override
  protected void serveTruncated() {
    String whole = page(message(name(1), text("one")) + message(name(2), text("two and more")));
    server.on(PATH, NetworkServer.Answer.html(whole.substring(0, whole.indexOf(" and more"))));
  }

  @Override
  protected void serveFault(NetworkServer.Answer answer) {
    server.on(PATH, answer);
  }

  @Override
  protected String serveDeletion() {
    messages.remove(14L);
    return name(14);
  }

  @Override
  protected String serveEdit(String edited) {
    messages.put(15L, text(edited));
    return name(15);
  }

  @Override
  protected List<String> planted() {
    return List.of("Invented Signer", "invented_forwarder", "avatar-of-somebody");
  }

  private void serve() {
    server.on(
        PATH,
        request -> {
          String before = request.query("before");
          long below = before == null ? Long.MAX_VALUE : Long.parseLong(before);
          return NetworkServer.Answer.html(
              page(
                  messages.headMap(below, false).descendingMap().entrySet().stream()
                      .limit(PAGE)
                      .sorted(Map.Entry.comparingByKey())
                      .map(entry -> message(name(entry.getKey()), entry.getValue()))
                      .collect(Collectors.joining())));
        });
  }

  private static String name(long id) {
    return "canal_fictif/" + id;
  }

  private static String page(String messages) {
    return "<html><body><section class=\"tgme_channel_history\">"
        + messages
        + "</section></body></html>";
  }

  private static String text(String words) {
    return "<div class=\"tgme_widget_message_text js-message_text\">" + words + "</div>";
  }

  private static String message(String address, String content) {
    return message(address, content, "2026-11-20T08:00:00+00:00");
  }

  private static String message(String address, String content, String published) {
    return "<div class=\"tgme_widget_message\" data-post=\""
        + address
        + "\"><img src=\"https://cdn.example/avatar-of-somebody.jpg\"><div"
        + " class=\"tgme_widget_message_forwarded_from\">Forwarded from <a"
        + " href=\"https://t.me/invented_forwarder\">Invented Signer</a></div>"
        + content
        + "<span class=\"tgme_widget_message_from_author\">Invented Signer</span><a"
        + " class=\"tgme_widget_message_date\" href=\"https://t.me/"
        + address
        + "\"><time datetime=\""
        + published
        + "\">08:00</time></a></div>";
  }
}

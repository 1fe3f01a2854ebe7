// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.discovery;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.marsad.sources.feed.FeedResult.Child;
import org.marsad.sources.http.FetchOutcome.Fetched;
import org.marsad.sources.sitemap.Sitemap;
import org.marsad.sources.sitemap.SitemapEntry;
import org.marsad.sources.sitemap.SitemapReader;

/** Walks through a sitemap, or an index of sitemaps two levels deep, for the pages of a period. */
public final class SitemapArchive {
  private static final int DEEPEST = 2;
  private static final int MOST_SITEMAPS = 5_000;

  /** As the widespread systems name the sitemaps of lists, people and pictures. */
  private static final Pattern NO_ARTICLES =
      Pattern.compile(
          "(?i)/(wp-sitemap-(taxonomies|users)-.*"
              + "|(category|post_tag|tag|author|page|attachment|image)-sitemap\\d*)\\.xml(\\.gz)?");

  private final SiteVisit visit;

  public SitemapArchive(SiteVisit visit) {
    this.visit = visit;
  }

  /**
   * The pages of which dates count.
   *
   * @param to exclusive
   */
  public record Period(Instant from, Instant to) {
    private boolean holds(Instant date) {
      return !date.isBefore(from) && date.isBefore(to);
    }
  }

  /**
   * @param sitemaps how many were read
   * @param unread how many could not be had, or read
   * @param more whether the period has more pages than were asked for
   */
  public record Found(List<SitemapEntry> entries, int sitemaps, int unread, boolean more) {}

  /**
   * The pages dated within the period; those without a date are left out.
   *
   * @param max the most that are wanted
   * @param wanted says by its URL whether a page is still to be fetched; is not asked about more
   *     pages than needed
   */
  public Found walk(URI root, Period period, int max, Predicate<String> wanted)
      throws InterruptedException {
    Walk walk = new Walk(root, period, max, wanted);
    while (!walk.ended()) {
      walk.step();
    }
    return walk.found();
  }

  private record Waiting(URI url, int depth) {}

  private final class Walk {
    private final URI root;
    private final Period period;
    private final int max;
    private final Predicate<String> wanted;
    private final Deque<Waiting> queue = new ArrayDeque<>();
    private final Set<URI> met = new HashSet<>();
    private final Map<String, SitemapEntry> entries = new LinkedHashMap<>();
    private int read;
    private int unread;
    private int undated;

    Walk(URI root, Period period, int max, Predicate<String> wanted) {
      this.root = root;
      this.period = period;
      this.max = max;
      this.wanted = wanted;
      met.add(root);
      queue.add(new Waiting(root, 0));
    }

    boolean ended() {
      return queue.isEmpty() || entries.size() > max || read + unread >= MOST_SITEMAPS;
    }

    void step() throws InterruptedException {
      Waiting next = queue.removeFirst();
      if (!(visit.ask(next.url(), root) instanceof Fetched answer)) {
        unread++;
        return;
      }
      Sitemap sitemap = SitemapReader.read(answer, SitemapReader.domain(root), visit.now());
      if (sitemap instanceof Sitemap.Unreadable unreadable) {
        unread++;
        visit.note(next.url() + ": " + unreadable.fault().message());
      } else if (sitemap instanceof Sitemap.Index index) {
        read++;
        tellDropped(next.url(), index.foreign(), index.beyond());
        follow(next, index);
      } else if (sitemap instanceof Sitemap.Pages pages) {
        read++;
        tellDropped(next.url(), pages.foreign(), pages.beyond());
        pages.entries().forEach(this::consider);
      }
    }

    private void follow(Waiting parent, Sitemap.Index index) {
      if (parent.depth() == DEEPEST) {
        unread++;
        visit.note(parent.url() + ": lies too deep; give the address of one of its sitemaps");
        return;
      }
      for (Child child : index.children()) {
        if (NO_ARTICLES.matcher(child.url().getPath()).matches()) {
          visit.note(child.url() + ": lists no articles, by its name; left alone");
        } else if (mayReachInto(child) && met.add(child.url())) {
          queue.addLast(new Waiting(child.url(), parent.depth() + 1));
        }
      }
    }

    /** A sitemap that last changed before the period holds nothing of it. */
    private boolean mayReachInto(Child child) {
      return child.modified() == null || !child.modified().isBefore(period.from());
    }

    private void consider(SitemapEntry entry) {
      Instant date = entry.date();
      if (date == null) {
        undated++;
      } else if (entries.size() <= max
          && period.holds(date)
          && !entries.containsKey(entry.url())
          && wanted.test(entry.url())) {
        entries.put(entry.url(), entry);
      }
    }

    private void tellDropped(URI url, int foreign, int beyond) {
      if (foreign > 0) {
        visit.note(url + ": " + foreign + " of its links lead to other domains; left out");
      }
      if (beyond > 0) {
        visit.note(url + ": lists " + beyond + " more than a sitemap may; left out");
      }
    }

    Found found() {
      if (undated > 0) {
        visit.note(undated + " pages have no date in their sitemap and were left out");
      }
      boolean more = entries.size() > max || !queue.isEmpty();
      return new Found(entries.values().stream().limit(max).toList(), read, unread, more);
    }
  }
}

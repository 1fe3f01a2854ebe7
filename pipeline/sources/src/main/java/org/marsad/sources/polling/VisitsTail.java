// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.sources.feed.FeedItem;

/**
 * The end of a feed's state as version 3 writes it: what version 2 leaves out of each pending item
 * (in their order), and the visits that are owed to young articles.
 */
final class VisitsTail {
  private VisitsTail() {}

  static void write(DataOutputStream out, FeedState state) throws IOException {
    for (PendingItem pending : state.pending()) {
      out.writeBoolean(pending.item().dayOnly());
      Wire.writeString(out, pending.item().language());
    }
    out.writeInt(state.revisits().all().size());
    for (Revisit visit : state.revisits().all()) {
      write(out, visit);
    }
  }

  static FeedState read(DataInputStream in, FeedState head) throws IOException {
    List<PendingItem> pending = new ArrayList<>();
    for (PendingItem item : head.pending()) {
      boolean dayOnly = in.readBoolean();
      FeedItem whole = with(item.item(), dayOnly, in);
      pending.add(new PendingItem(item.key(), whole, item.attempts()));
    }
    List<Revisit> visits = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      visits.add(readVisit(in));
    }
    return head.with(head.seen(), pending).with(new Revisits(visits));
  }

  private static FeedItem with(FeedItem item, boolean dayOnly, DataInputStream in)
      throws IOException {
    return new FeedItem(
        item.link(),
        item.guid(),
        item.title(),
        item.summary(),
        item.contentHtml(),
        item.author(),
        item.published(),
        dayOnly,
        Wire.readNullableString(in));
  }

  private static void write(DataOutputStream out, Revisit visit) throws IOException {
    Revisit.Page page = visit.page();
    FeedItem item = page.item();
    Wire.writeString(out, page.key());
    Wire.writeString(out, item.link());
    Wire.writeString(out, item.guid());
    Wire.writeString(out, item.title());
    Wire.writeString(out, item.author());
    Wire.writeInstant(out, item.published());
    out.writeBoolean(item.dayOnly());
    Wire.writeString(out, item.language());
    Wire.writeString(out, page.uri());
    Wire.writeString(out, page.etag());
    Wire.writeString(out, page.lastModified());
    out.writeInt(page.print());
    Wire.writeInstant(out, page.captured());
    out.writeInt(visit.visits());
    out.writeBoolean(visit.missing());
    Wire.writeInstant(out, visit.due());
  }

  private static Revisit readVisit(DataInputStream in) throws IOException {
    String key = Wire.readString(in);
    FeedItem item =
        new FeedItem(
            Wire.readNullableString(in),
            Wire.readNullableString(in),
            Wire.readNullableString(in),
            null,
            null,
            Wire.readNullableString(in),
            Wire.readInstant(in),
            in.readBoolean(),
            Wire.readNullableString(in));
    Revisit.Page page =
        new Revisit.Page(
            key,
            item,
            Wire.readString(in),
            Wire.readNullableString(in),
            Wire.readNullableString(in),
            in.readInt(),
            given(Wire.readInstant(in)));
    return new Revisit(page, in.readInt(), in.readBoolean(), given(Wire.readInstant(in)));
  }

  private static Instant given(@Nullable Instant value) throws IOException {
    if (value == null) {
      throw new IOException("the state lacks a time that it must have");
    }
    return value;
  }
}

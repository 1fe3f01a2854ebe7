// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.marsad.sources.catalogue.FeedContent;
import org.marsad.sources.catalogue.FeedForm;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.feed.FeedItem;

/**
 * Version 1: the feed, its validators, history, seen keys and pending items, in this order. Version
 * 2 adds the feed's form and options behind all that, how far a network was read, and what {@link
 * StateTail} writes. Version 3 adds what {@link VisitsTail} writes.
 */
final class FeedSplitSerializer implements SimpleVersionedSerializer<FeedSplit> {
  static final int VERSION = 3;
  private static final int BEFORE_FORMS = 1;
  private static final int BEFORE_VISITS = 2;

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public byte[] serialize(FeedSplit split) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    write(new DataOutputStream(bytes), split);
    return bytes.toByteArray();
  }

  @Override
  public FeedSplit deserialize(int version, byte[] bytes) throws IOException {
    if (version < BEFORE_FORMS || version > VERSION) {
      throw new IOException(
          "a feed's state has version " + version + "; this Marsad reads 1 to " + VERSION);
    }
    return read(version, new DataInputStream(new ByteArrayInputStream(bytes)));
  }

  private static void write(DataOutputStream out, FeedSplit split) throws IOException {
    writeFeed(out, split.feed());
    FeedState state = split.state();
    writeValidators(out, state.validators());
    writeHistory(out, state.history());
    Collection<String> seen = state.seen().keys();
    out.writeInt(seen.size());
    for (String key : seen) {
      Wire.writeString(out, key);
    }
    out.writeInt(state.pending().size());
    for (PendingItem item : state.pending()) {
      writePending(out, item);
    }
    Wire.writeString(out, split.feed().form().name());
    Map<String, String> options = new TreeMap<>(split.feed().options());
    out.writeInt(options.size());
    for (Map.Entry<String, String> option : options.entrySet()) {
      Wire.writeString(out, option.getKey());
      Wire.writeString(out, option.getValue());
    }
    Wire.writeString(out, state.cursor());
    StateTail.write(out, state);
    VisitsTail.write(out, state);
  }

  private static FeedSplit read(int version, DataInputStream in) throws IOException {
    OutletFeed feed = readFeed(in);
    Validators validators = readValidators(in);
    PollHistory history = readHistory(in);
    List<String> keys = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      keys.add(Wire.readString(in));
    }
    SeenItems seen = SeenItems.NONE.with(keys);
    List<PendingItem> pending = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      pending.add(readPending(in));
    }
    FeedState state =
        new FeedState(validators, history, seen, pending, null, FeedLog.NEW, Revisits.NONE);
    if (version == BEFORE_FORMS) {
      return new FeedSplit(feed, state);
    }
    FeedForm form = FeedForm.valueOf(Wire.readString(in));
    Map<String, String> options = new HashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      options.put(Wire.readString(in), Wire.readString(in));
    }
    FeedState known = StateTail.read(in, state.at(Wire.readNullableString(in)));
    FeedState whole = version == BEFORE_VISITS ? known : VisitsTail.read(in, known);
    return new FeedSplit(feed.in(form, options), whole);
  }

  private static void writeFeed(DataOutputStream out, OutletFeed feed) throws IOException {
    Wire.writeString(out, feed.outletId());
    Wire.writeString(out, feed.outletName());
    Wire.writeString(out, feed.language());
    Wire.writeString(out, feed.url().toString());
    Wire.writeString(out, feed.content().name());
    Wire.writeDuration(out, feed.pollEvery());
    Wire.writeDuration(out, feed.minDelay());
  }

  private static OutletFeed readFeed(DataInputStream in) throws IOException {
    return new OutletFeed(
        Wire.readString(in),
        Wire.readString(in),
        Wire.readNullableString(in),
        URI.create(Wire.readString(in)),
        FeedContent.valueOf(Wire.readString(in)),
        Wire.readDuration(in),
        Wire.readDuration(in));
  }

  private static void writeValidators(DataOutputStream out, Validators validators)
      throws IOException {
    Wire.writeString(out, validators.etag());
    Wire.writeString(out, validators.lastModified());
    Wire.writeString(out, validators.bodyHash());
    Wire.writeInstant(out, validators.fetchedAt());
    out.writeBoolean(validators.trusted());
  }

  private static Validators readValidators(DataInputStream in) throws IOException {
    return new Validators(
        Wire.readNullableString(in),
        Wire.readNullableString(in),
        Wire.readNullableString(in),
        Wire.readInstant(in),
        in.readBoolean());
  }

  private static void writeHistory(DataOutputStream out, PollHistory history) throws IOException {
    Wire.writeInstant(out, history.lastPoll());
    Wire.writeInstant(out, history.lastSuccess());
    Wire.writeInstant(out, history.lastItem());
    Wire.writeInstant(out, history.nextDue());
    out.writeInt(history.consecutiveFailures());
    out.writeLong(history.itemsSeen());
  }

  private static PollHistory readHistory(DataInputStream in) throws IOException {
    return new PollHistory(
        Wire.readInstant(in),
        Wire.readInstant(in),
        Wire.readInstant(in),
        Wire.readInstant(in),
        in.readInt(),
        in.readLong(),
        Pace.UNKNOWN);
  }

  private static void writePending(DataOutputStream out, PendingItem pending) throws IOException {
    FeedItem item = pending.item();
    Wire.writeString(out, pending.key());
    Wire.writeString(out, item.link());
    Wire.writeString(out, item.guid());
    Wire.writeString(out, item.title());
    Wire.writeString(out, item.summary());
    Wire.writeString(out, item.contentHtml());
    Wire.writeString(out, item.author());
    Wire.writeInstant(out, item.published());
    out.writeInt(pending.attempts());
  }

  private static PendingItem readPending(DataInputStream in) throws IOException {
    String key = Wire.readString(in);
    FeedItem item =
        new FeedItem(
            Wire.readNullableString(in),
            Wire.readNullableString(in),
            Wire.readNullableString(in),
            Wire.readNullableString(in),
            Wire.readNullableString(in),
            Wire.readNullableString(in),
            Wire.readInstant(in));
    return new PendingItem(key, item, in.readInt());
  }
}

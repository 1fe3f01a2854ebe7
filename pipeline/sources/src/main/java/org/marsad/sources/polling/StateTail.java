// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.marsad.sources.polling.FeedLog.Refusal;
import org.marsad.sources.polling.SeenItems.Look;

/**
 * The end of a feed's state as version 2 writes it: its pace, how each seen item looked (in the
 * order of the seen keys), and the log.
 */
final class StateTail {
  private StateTail() {}

  static void write(DataOutputStream out, FeedState state) throws IOException {
    Pace pace = state.history().pace();
    Wire.writeDuration(out, pace.interval());
    Wire.writeDuration(out, pace.ttl());
    for (Look look : state.seen().looks().values()) {
      out.writeByte(look.changes());
      out.writeInt(look.print());
    }
    FeedLog log = state.log();
    out.writeInt(log.rate().days().size());
    for (Map.Entry<LocalDate, Integer> day : log.rate().days().entrySet()) {
      out.writeLong(day.getKey().toEpochDay());
      out.writeInt(day.getValue());
    }
    for (long hour : log.rate().hours()) {
      out.writeLong(hour);
    }
    writeDay(out, log.today());
    Refusal refusal = log.refusal();
    Wire.writeInstant(out, refusal == null ? null : refusal.since());
    Wire.writeString(out, refusal == null ? null : refusal.text());
  }

  static FeedState read(DataInputStream in, FeedState head) throws IOException {
    Duration interval = Wire.readDuration(in);
    Pace pace = new Pace(interval, Wire.readDuration(in));
    Map<String, Look> looks = new LinkedHashMap<>();
    for (String key : head.seen().keys()) {
      int changes = in.readByte();
      looks.put(key, new Look(in.readInt(), changes));
    }
    Map<LocalDate, Integer> days = new TreeMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      LocalDate day = LocalDate.ofEpochDay(in.readLong());
      days.put(day, in.readInt());
    }
    List<Long> hours = new ArrayList<>();
    for (int hour = 0; hour < ItemRate.NONE.hours().size(); hour++) {
      hours.add(in.readLong());
    }
    DayLog today = readDay(in);
    Instant since = Wire.readInstant(in);
    String text = Wire.readNullableString(in);
    Refusal refusal = since == null || text == null ? null : new Refusal(since, text);
    return head.with(head.history().at(pace))
        .with(new SeenItems(looks), head.pending())
        .with(new FeedLog(new ItemRate(new TreeMap<>(days), hours), today, refusal));
  }

  private static void writeDay(DataOutputStream out, DayLog log) throws IOException {
    out.writeLong(log.day().toEpochDay());
    out.writeInt(log.statuses().size());
    for (Map.Entry<String, Integer> status : log.statuses().entrySet()) {
      Wire.writeString(out, status.getKey());
      out.writeInt(status.getValue());
    }
    out.writeInt(log.items());
    out.writeInt(log.duplicates());
    out.writeInt(log.rejections());
  }

  private static DayLog readDay(DataInputStream in) throws IOException {
    LocalDate day = LocalDate.ofEpochDay(in.readLong());
    Map<String, Integer> statuses = new TreeMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      String status = Wire.readString(in);
      statuses.put(status, in.readInt());
    }
    return new DayLog(day, statuses, in.readInt(), in.readInt(), in.readInt());
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class StateTest {
  private static final ArchiveSplit SPLIT =
      new ArchiveSplit("/data/أ.jsonl", "أ.jsonl", ArchiveFormat.JSONL, "source", 17);

  /** Version 1 as it was first released: it must stay readable. */
  private static final String VERSION_1 =
      "000e2f646174612fd8a32e6a736f6e6c0008d8a32e6a736f6e6c00054a534f4e4c0006736f757263650000000000000011";

  @Test
  void splitsComeBackAsTheyWere() throws Exception {
    ArchiveSplitSerializer serializer = new ArchiveSplitSerializer();
    byte[] serialized = serializer.serialize(SPLIT);

    assertThat(serializer.deserialize(1, serialized)).isEqualTo(SPLIT);
    assertThat(HexFormat.of().formatHex(serialized)).isEqualTo(VERSION_1);
  }

  @Test
  void pendingFilesComeBackAsTheyWere() throws Exception {
    PendingFiles.Serializer serializer = new PendingFiles.Serializer();
    PendingFiles pending = new PendingFiles(List.of(SPLIT, SPLIT.at(0)));

    assertThat(serializer.deserialize(1, serializer.serialize(pending))).isEqualTo(pending);
    PendingFiles none = new PendingFiles(List.of());
    assertThat(serializer.deserialize(1, serializer.serialize(none))).isEqualTo(none);
  }

  @Test
  void unknownVersionsAreRefused() {
    assertThatThrownBy(() -> new ArchiveSplitSerializer().deserialize(2, new byte[0]))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("version 2")
        .hasMessageContaining("start the import anew");
    assertThatThrownBy(() -> new PendingFiles.Serializer().deserialize(0, new byte[0]))
        .isInstanceOf(IOException.class);
  }
}

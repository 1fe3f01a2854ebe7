// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.marsad.index.IndexAddress;
import picocli.CommandLine.Option;

/** Where data is kept and which Elasticsearch is used; the same for every command that indexes. */
final class IndexOptions {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where Marsad keeps its data (default: ${DEFAULT-VALUE}).")
  @Nullable Path data;

  @Option(
      names = "--elasticsearch",
      paramLabel = "URL",
      description = "An Elasticsearch 8 to use instead of the embedded one.")
  @Nullable URI elasticsearch;

  @Option(
      names = "--api-key-file",
      paramLabel = "FILE",
      description = "A file that holds the API key for --elasticsearch.")
  @Nullable Path apiKeyFile;

  Path dataOr(Path standard) {
    return data == null ? standard : data;
  }

  /** The cluster asked for, or null for the embedded node. */
  @Nullable IndexAddress cluster() {
    if (elasticsearch == null) {
      if (apiKeyFile != null) {
        throw new Remedy("--api-key-file needs --elasticsearch: the embedded node has no keys.");
      }
      return null;
    }
    return new IndexAddress(elasticsearch, apiKey());
  }

  private @Nullable String apiKey() {
    if (apiKeyFile == null) {
      return null;
    }
    try {
      return Files.readString(apiKeyFile).strip();
    } catch (IOException e) {
      throw new Remedy("the API key file " + apiKeyFile + " cannot be read: " + e.getMessage(), e);
    }
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.marsad.index.IndexAddress;
import org.marsad.model.Secret;
import org.marsad.model.SecretException;
import picocli.CommandLine.Option;

/** Where data is kept and which Elasticsearch is used; the same for every command that indexes. */
final class IndexOptions {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where Marsad keeps its data (default: ${DEFAULT-VALUE}).")
  Path data;

  @Option(
      names = "--elasticsearch",
      paramLabel = "URL",
      converter = HttpUrl.Server.class,
      description = "An Elasticsearch 8 to use instead of the embedded one.")
  @Nullable URI elasticsearch;

  @Option(
      names = "--api-key-file",
      paramLabel = "FILE",
      description = "A file that holds the API key for --elasticsearch.")
  @Nullable Path apiKeyFile;

  @Option(
      names = "--ca-file",
      paramLabel = "FILE",
      description =
          "A PEM file with the certificate of the authority of --elasticsearch, where it is not"
              + " one that Java knows.")
  @Nullable Path authority;

  IndexOptions() {
    this(Path.of(".", "data"));
  }

  /**
   * @param data where the command keeps its data unless it is told otherwise
   */
  IndexOptions(Path data) {
    this.data = data;
  }

  /** Says which folder it is: the standard one depends on where the user stands. */
  DataDirectory openData() {
    sayWhere();
    return DataDirectory.open(data);
  }

  void sayWhere() {
    Terminal.err().println("Data           " + data.toAbsolutePath().normalize());
  }

  /** The cluster asked for, or null for the embedded node. */
  @Nullable IndexAddress cluster() {
    if (elasticsearch == null) {
      if (apiKeyFile != null) {
        throw new Remedy("--api-key-file needs --elasticsearch: the embedded node has no keys.");
      }
      if (authority != null) {
        throw new Remedy("--ca-file needs --elasticsearch: the embedded node has no TLS.");
      }
      return null;
    }
    return new IndexAddress(
        elasticsearch, apiKey(), authority == null ? null : authority.toAbsolutePath().toFile());
  }

  private @Nullable Secret apiKey() {
    if (apiKeyFile == null) {
      return null;
    }
    Secret key = Secret.inFile(apiKeyFile);
    try {
      key.bytes();
      return key;
    } catch (SecretException e) {
      throw new Remedy("the API key cannot be read: " + e.getMessage(), e);
    }
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.elasticsearch.node;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.elasticsearch.cluster.service.ClusterService;
import org.elasticsearch.env.Environment;
import org.elasticsearch.http.HttpServerTransport;
import org.elasticsearch.plugins.ClassPathPluginsService;
import org.elasticsearch.plugins.Plugin;
import org.elasticsearch.plugins.PluginsLoader;
import org.elasticsearch.plugins.PluginsService;

/** A node whose plugins come from the class path. */
public final class ClassPathNode extends Node {
  public ClassPathNode(Environment environment, List<Class<? extends Plugin>> plugins) {
    super(
        NodeConstruction.prepareConstruction(
            environment,
            PluginsLoader.createPluginsLoader(Set.of(), Set.of(), Map.of(), false),
            new NodeServiceProvider() {
              @Override
              PluginsService newPluginService(Environment environment, PluginsLoader none) {
                return new ClassPathPluginsService(
                    environment.settings(), environment.configDir(), none, plugins);
              }
            },
            true));
  }

  /** The port that HTTP listens on; the node must have started. */
  public int httpPort() {
    return injector()
        .getInstance(HttpServerTransport.class)
        .boundAddress()
        .publishAddress()
        .getPort();
  }

  /** Only the distribution's log layout wants these ids, and it fails where they are set twice. */
  @Override
  protected void configureNodeAndClusterIdStateListener(ClusterService clusterService) {}
}

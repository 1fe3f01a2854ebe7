// SPDX-License-Identifier: AGPL-3.0-or-later
package org.elasticsearch.plugins;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.elasticsearch.Build;
import org.elasticsearch.common.settings.Settings;

/**
 * Loads plugins from the class path, where a distribution would load them from its directories of
 * modules. It lives in this package because the server keeps what is needed package-private.
 */
public final class ClassPathPluginsService extends PluginsService {
  private final List<LoadedPlugin> loaded;

  public ClassPathPluginsService(
      Settings settings, Path config, PluginsLoader none, List<Class<? extends Plugin>> plugins) {
    super(settings, config, none);
    List<LoadedPlugin> all = new ArrayList<>();
    for (Class<? extends Plugin> plugin : plugins) {
      all.add(
          new LoadedPlugin(
              descriptor(plugin), loadPlugin(plugin, settings, config), plugin.getClassLoader()));
    }
    loadExtensions(all);
    loaded = List.copyOf(all);
  }

  @Override
  protected List<LoadedPlugin> plugins() {
    // The super constructor asks before the field is set.
    return loaded == null ? super.plugins() : loaded;
  }

  /** All plugins share one class loader: asking once is enough, asking each would give doubles. */
  @Override
  public <T> List<? extends T> loadServiceProviders(Class<T> service) {
    return ServiceLoader.load(service, getClass().getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }

  private static PluginDescriptor descriptor(Class<? extends Plugin> plugin) {
    String version = Build.current().version();
    return new PluginDescriptor(
        plugin.getSimpleName(),
        "loaded from the class path",
        version,
        version,
        "17",
        plugin.getName(),
        null,
        List.of(),
        false,
        false,
        false,
        false);
  }
}

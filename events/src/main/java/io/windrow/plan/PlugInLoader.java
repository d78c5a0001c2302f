package io.windrow.plan;

import io.windrow.plugin.PlugIn;
import io.windrow.plugin.PlugInException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * Loads the plug-ins of one kind.
 *
 * @param form of their names
 * @param taken names that Windrow has given itself
 */
public record PlugInLoader(String kind, NameForm form, Collection<String> taken) {

  public PlugInLoader(String kind, NameForm form, String... taken) {
    this(kind, form, List.of(taken));
  }

  <T extends PlugIn> Map<String, T> load(Class<T> service, ClassLoader jars) {
    Map<String, T> byName = new LinkedHashMap<>();
    try {
      for (T plugIn : ServiceLoader.load(service, jars)) {
        add(byName, plugIn);
      }
    } catch (ServiceConfigurationError | LinkageError e) {
      throw new PlugInException(
          "a jar in lib declares a plug-in that can't be loaded: " + e.getMessage(), e);
    }
    return byName;
  }

  /** Adds one, if it can be used. */
  <T extends PlugIn> void add(Map<String, T> byName, T plugIn) {
    String name = plugIn.name();
    if (!form.matches(name)) {
      throw wrong(plugIn, "its name is no name of a " + kind + ": " + form.pattern());
    }
    if (taken.contains(name)) {
      throw wrong(plugIn, "Windrow has a " + kind + " of that name already");
    }
    if (plugIn.version().isBlank()) {
      throw wrong(plugIn, "it has no version");
    }
    if (byName.putIfAbsent(name, plugIn) != null) {
      throw wrong(plugIn, "another in lib has that name too");
    }
  }

  private PlugInException wrong(PlugIn plugIn, String problem) {
    return new PlugInException(
        "the %s '%s' (%s) can't be used: %s"
            .formatted(kind, plugIn.name(), plugIn.getClass().getName(), problem));
  }
}

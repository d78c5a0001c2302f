package io.windrow.infrastructure;

import io.windrow.definition.DefinitionReader;
import io.windrow.functions.PlugInJars;
import io.windrow.plan.Definition;
import io.windrow.plan.Plan;
import io.windrow.plan.PlugIns;
import java.nio.file.Path;
import java.util.List;

/** The directory of a pipeline: its definition, what that names, and plug-in jars under lib. */
record PipelineDirectory(Path path) {

  /**
   * The plan of the definition, checked as {@code windrow check} does, with the same plug-ins.
   *
   * @throws io.windrow.definition.DefinitionException with everything that is wrong in it
   * @throws io.windrow.plugin.PlugInException when a plug-in can't be used
   */
  Plan plan(long generation) {
    PlugIns plugIns = new PlugInJars(path).load();
    Definition definition = new DefinitionReader(new DirectorySiblings(path), plugIns).read();
    return Plan.of(definition, generation, plugIns);
  }

  /** The jars that the functions need beside Windrow's. */
  List<Path> plugIns() {
    return new PlugInJars(path).files();
  }
}

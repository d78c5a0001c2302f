package io.windrow.definition;

import io.windrow.plan.Definition;
import io.windrow.plan.PlugIns;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads and checks {@code pipeline.yaml}, and with it the files that it names. */
public final class DefinitionReader {
  /** The name of a definition's file in its directory. */
  public static final String FILE = "pipeline.yaml";

  private final Siblings siblings;
  private final PlugIns plugIns;

  public DefinitionReader(Siblings siblings) {
    this(siblings, PlugIns.NONE);
  }

  /** A reader of definitions that may name plug-ins. */
  public DefinitionReader(Siblings siblings, PlugIns plugIns) {
    this.siblings = siblings;
    this.plugIns = plugIns;
  }

  /**
   * The definition in the file {@value #FILE}.
   *
   * @throws DefinitionException with everything that is wrong in it
   */
  public Definition read() {
    return read(warnings -> {});
  }

  /**
   * The definition in the file {@value #FILE}.
   *
   * @param warnings takes what is allowed and probably not meant, once the definition is read
   * @throws DefinitionException with everything that is wrong in it
   */
  public Definition read(Consumer<List<Problem>> warnings) {
    Problems problems = new Problems(FILE);
    Optional<byte[]> content = siblings.read(FILE);
    if (content.isEmpty()) {
      problems.add(new Place(FILE, 1, 1), "no file '" + FILE + "'", "the definition of a pipeline");
    }
    Optional<Node> root =
        content
            .flatMap(bytes -> Utf8.decode(FILE, bytes, problems))
            .flatMap(text -> YamlTree.read(FILE, text, problems));
    Definition definition = DefinitionParser.parse(root, siblings, plugIns, problems);
    warnings.accept(problems.warnings());
    return definition;
  }

  /**
   * The definition that a text is.
   *
   * @param file what problems call it
   * @throws DefinitionException with everything that is wrong in it
   */
  public Definition read(String file, String text) {
    Problems problems = new Problems(file);
    return DefinitionParser.parse(YamlTree.read(file, text, problems), siblings, plugIns, problems);
  }
}

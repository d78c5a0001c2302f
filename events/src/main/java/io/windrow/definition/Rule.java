package io.windrow.definition;

import io.windrow.expression.Expression;

/** What an event must meet beyond its contract; otherwise it is rejected by the rule's name. */
public record Rule(String name, Expression require) {}

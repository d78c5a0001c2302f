/**
 * The regular expressions of contracts: ECMA-262's syntax with its {@code u} flag, searched in time
 * linear in the text.
 */
@NullMarked
package io.windrow.contract.pattern;

import org.jspecify.annotations.NullMarked;

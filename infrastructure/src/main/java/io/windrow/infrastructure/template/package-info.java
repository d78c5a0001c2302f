/** How a template is written, the same from run to run and wherever a construct is. */
@NullMarked
package io.windrow.infrastructure.template;

import org.jspecify.annotations.NullMarked;

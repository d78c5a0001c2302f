/** What a pipeline would cost on AWS, by a model whose every assumption is named. */
@NullMarked
package io.windrow.local.estimate;

import org.jspecify.annotations.NullMarked;

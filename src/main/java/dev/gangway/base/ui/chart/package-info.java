/** Charts: numbers as a picture, drawn in the browser by one small web component. */
@NullMarked
package dev.gangway.base.ui.chart;

import org.jspecify.annotations.NullMarked;

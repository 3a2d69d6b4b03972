@NullMarked
package dev.gangway.base.web;

import org.jspecify.annotations.NullMarked;

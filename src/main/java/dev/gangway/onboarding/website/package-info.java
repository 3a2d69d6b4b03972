/**
 * Reads a person's website: a guarded fetch, a measurement of the page's main text, and a style proposed from what was
 * measured. Pure library code behind {@link dev.gangway.onboarding.website.WebsiteAnalyzer}; internal to the onboarding
 * module.
 */
@NullMarked
package dev.gangway.onboarding.website;

import org.jspecify.annotations.NullMarked;

package dev.gangway.onboarding.website;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Binds the settings of the website analysis. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebsiteProperties.class)
class WebsiteConfiguration {}

package io.carat.api.startup;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CaratSettings.class)
class StartupConfiguration {

    @Bean
    DataDirectory dataDirectory(CaratSettings settings, Environment environment) {
        DataDirectory directory = DataDirectory.take(settings.data());
        HttpPort.requireFree(environment);
        return directory;
    }
}

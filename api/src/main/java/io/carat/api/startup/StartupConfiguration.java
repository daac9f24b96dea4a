package io.carat.api.startup;

import java.io.IOException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CaratSettings.class)
class StartupConfiguration {

    @Bean
    DataDirectory dataDirectory(CaratSettings settings, Environment environment) throws IOException {
        DataDirectory directory = DataDirectory.take(settings.data());
        try {
            HttpPort.requireFree(environment);
        } catch (StartupRefused e) {
            directory.close();
            throw e;
        }
        return directory;
    }
}

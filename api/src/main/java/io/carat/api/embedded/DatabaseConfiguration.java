package io.carat.api.embedded;

import io.carat.api.startup.CaratSettings;
import io.carat.api.startup.DataDirectory;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.StringUtils;

/** Every data source depends on this bean, so Spring destroys it, and with it the embedded PostgreSQL, after them. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    JdbcConnectionDetails database(DataSourceProperties properties, CaratSettings settings, DataDirectory directory) {
        String url = properties.getUrl();
        if (url == null || !StringUtils.hasText(url)) {
            return EmbeddedDatabase.start(directory.path(), settings.postgres());
        }
        return new ExternalDatabase(url, properties.getUsername(), properties.getPassword()).requireReachable();
    }
}

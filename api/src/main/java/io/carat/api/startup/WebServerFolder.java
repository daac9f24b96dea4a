package io.carat.api.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Gives the web server a folder in the data directory. Left alone it makes two new ones in the system's temporary directory at
 * every start, and a process that is killed never removes them.
 */
@Configuration(proxyBeanMethods = false)
class WebServerFolder {

    /** The folder's name; every start uses it again. */
    static final String NAME = "web";

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> inTheDataDirectory(DataDirectory data)
            throws IOException {
        Path base = Files.createDirectories(data.path().resolve(NAME));
        Path documents = Files.createDirectories(base.resolve("docs"));
        return factory -> {
            factory.setBaseDirectory(base.toFile());
            factory.setDocumentRoot(documents.toFile());
        };
    }
}

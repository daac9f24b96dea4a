package io.carat.api.wiring;

import io.carat.api.startup.DataDirectory;
import io.carat.api.startup.StartupRefused;
import io.carat.core.eventstore.PostgresEventStorageEngine;
import io.carat.core.host.OneLine;
import io.carat.core.signedhead.ChainFolder;
import io.carat.core.signedhead.HeadSigner;
import io.carat.core.signedhead.KeyRefused;
import io.carat.core.signedhead.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AbstractDependsOnBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;

/** Signs where the log ends, where it is in PostgreSQL and there is a data directory to keep the heads in (ADR 0010). */
@AutoConfiguration(after = LedgerAutoConfiguration.class)
@ConditionalOnBean({PostgresEventStorageEngine.class, DataDirectory.class})
@EnableConfigurationProperties(ChainSettings.class)
public class SignedHeadAutoConfiguration {

    private static final String SIGNER = "headSigner";

    @Bean(SIGNER)
    @DependsOnDatabaseInitialization
    HeadSigner headSigner(DataSource dataSource, DataDirectory directory, ChainSettings settings) {
        ChainFolder folder = ChainFolder.in(directory.path());
        HeadSigner signer = new HeadSigner(dataSource, folder.heads(), key(folder, settings));
        signer.start(settings.requireInterval());
        return signer;
    }

    private static SigningKey key(ChainFolder folder, ChainSettings settings) {
        try {
            Files.createDirectories(folder.path());
            SigningKey key = SigningKey.of(settings.keyFile() == null ? folder.signingKey() : settings.keyFile());
            key.publishTo(folder.keys());
            return key;
        } catch (KeyRefused e) {
            throw new StartupRefused(e.getMessage() + "; see the setting carat.chain.key-file", e);
        } catch (IOException e) {
            throw new StartupRefused("the folder " + folder.path() + " cannot be written (" + OneLine.of(e) + ")", e);
        }
    }

    @Bean
    static SignerOutlivesTheEngine signerOutlivesTheEngine() {
        return new SignerOutlivesTheEngine();
    }

    /** What depends on the signer is closed before it: the last head covers all that was ever appended. */
    static final class SignerOutlivesTheEngine extends AbstractDependsOnBeanFactoryPostProcessor {

        SignerOutlivesTheEngine() {
            super(PostgresEventStorageEngine.class, SIGNER);
        }
    }
}

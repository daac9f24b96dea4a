package io.carat.api.http;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the web server refuses before any of our code sees it (a path with an encoded slash or a NUL, a header too large) is
 * told as a problem document too, not as a page of HTML.
 */
@Configuration(proxyBeanMethods = false)
class ContainerRefusals {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> asProblems() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemReport.class.getName());
            }
        });
    }

    /** Writes the problem document of a status that nothing else has answered. Public: the web server makes it by name. */
    public static final class ProblemReport extends ErrorReportValve {

        private static final int FIRST_ERROR = 400;
        private static final int FIRST_SERVER_ERROR = 500;

        @Override
        protected void report(Request request, Response response, @Nullable Throwable failure) {
            int status = response.getStatus();
            boolean answered = status < FIRST_ERROR || response.getContentWritten() > 0;
            if (answered || !response.setErrorReported()) {
                return;
            }
            try {
                response.setContentType("application/problem+json");
                response.setCharacterEncoding("utf-8");
                response.getReporter().write(text(status));
                response.finishResponse();
            } catch (IOException | IllegalStateException gone) {
                // the caller has gone, or somebody else answers: nobody is left to be told
                container.getLogger().debug("A refusal could not be told", gone);
            }
        }

        private static String text(int status) {
            return status >= FIRST_SERVER_ERROR
                    ? problem(status, "INTERNAL", "The request failed for a reason that is not the caller's.")
                    : problem(
                            status,
                            "INVALID_REQUEST",
                            "The request line or a header is not one that can be taken: look for encoded slashes and"
                                    + " control characters in the path.");
        }

        private static String problem(int status, String code, String detail) {
            return "{\"status\":" + status + ",\"code\":\"" + code + "\",\"detail\":\"" + detail + "\"}";
        }
    }
}

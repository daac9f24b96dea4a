package io.carat.api.provider;

import java.util.Map;
import org.springframework.http.MediaType;

/** An answer in a provider's terms: what is written as JSON, with which status and type. */
record WireAnswer(int status, MediaType type, Map<String, Object> body) {}

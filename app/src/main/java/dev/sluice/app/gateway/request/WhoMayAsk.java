package dev.sluice.app.gateway.request;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.firewall.HttpFirewall;

/** Requires the token for every call except the health check. */
@Configuration(proxyBeanMethods = false)
public class WhoMayAsk {
  @Bean
  SecurityFilterChain chain(HttpSecurity http, GatewayToken token) {
    return http.authorizeHttpRequests(calls ->
            calls
                .dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                .requestMatchers("/actuator/health", "/actuator/health/**")
                .permitAll()
                .anyRequest()
                .authenticated())
        .addFilterBefore(new BearerTokens(token), AnonymousAuthenticationFilter.class)
        .exceptionHandling(
            refusals -> refusals.authenticationEntryPoint((call, answer, why) -> refuse(answer)))
        .csrf(csrf -> csrf.ignoringRequestMatchers("/v1/**"))
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .build();
  }

  @Bean
  HttpFirewall firewall() {
    return AnyLoginInPath.firewall();
  }

  private static void refuse(HttpServletResponse answer) throws IOException {
    answer.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    Problems.write(
        answer, HttpStatus.UNAUTHORIZED, "Present the gateway's token: Authorization: Bearer ….");
  }
}

package dev.sluice.app.gateway;

import dev.sluice.app.config.GatewayConfig;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;

/** Who may ask what: health is open and says no more than up or down, all else needs the token. */
@Configuration(proxyBeanMethods = false)
class AccessRules {

  @Bean
  SecurityFilterChain access(HttpSecurity http, GatewayConfig config) throws Exception {
    return http.csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .addFilterBefore(
            new BearerTokenFilter(config.token()), UsernamePasswordAuthenticationFilter.class)
        .authorizeHttpRequests(rules ->
            rules.requestMatchers("/actuator/health").permitAll().anyRequest().authenticated())
        .exceptionHandling(problems -> problems.authenticationEntryPoint(unauthorized()))
        .build();
  }

  private static AuthenticationEntryPoint unauthorized() {
    return (request, response, problem) -> {
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
      response.setHeader("WWW-Authenticate", "Bearer");
      response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      response
          .getWriter()
          .write(
              """
              {"title":"Unauthorized","status":401,"detail":"The gateway's token is missing or \
              wrong: send it as Authorization: Bearer TOKEN."}\
              """);
    };
  }
}

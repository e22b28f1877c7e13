package dev.sluice.servers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mail server on loopback that accepts everything and delivers nothing. */
public final class MailBox implements AutoCloseable {
  private static final Pattern LINK =
      Pattern.compile("http://127[^\\s\"<>]+action-token[^\\s\"<>]+");

  private final ServerSocket socket;
  private final BlockingQueue<String> mails = new LinkedBlockingQueue<>();

  /** Listens on a free port. */
  public MailBox() {
    try {
      socket = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::serve);
  }

  /** Returns where it listens. */
  public int port() {
    return socket.getLocalPort();
  }

  /** Returns the next mail's text, with its line wrapping undone. */
  public String next() throws InterruptedException {
    String mail = mails.poll(60, TimeUnit.SECONDS);
    return mail == null ? "" : mail.replace("=\n", "").replace("=3D", "=");
  }

  /**
   * Returns the link in a mail of Keycloak's.
   *
   * @throws IllegalArgumentException when it has none
   */
  public static URI linkIn(String mail) {
    Matcher link = LINK.matcher(mail);
    if (!link.find()) {
      throw new IllegalArgumentException("There is no link in the mail: " + mail);
    }
    return URI.create(link.group().replace("&amp;", "&"));
  }

  /** Returns whether there is no unread mail. Keycloak sends a mail before it answers. */
  public boolean isEmpty() {
    return mails.isEmpty();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket client = socket.accept()) {
        talk(client);
      } catch (IOException e) {
        // The client is gone, or the test has closed this server: there is no one to answer.
      }
    }
  }

  private void talk(Socket client) throws IOException {
    var in =
        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
    var out = new PrintWriter(client.getOutputStream(), true, StandardCharsets.UTF_8);
    out.print("220 ready\r\n");
    out.flush();
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.equals("DATA")) {
        reply(out, "354 go on");
        mails.add(untilDot(in));
      }
      reply(out, line.equals("QUIT") ? "221 bye" : "250 ok");
    }
  }

  private static void reply(PrintWriter out, String line) {
    out.print(line + "\r\n");
    out.flush();
  }

  private static String untilDot(BufferedReader in) throws IOException {
    var text = new StringBuilder();
    for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
      text.append(line).append('\n');
    }
    return text.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

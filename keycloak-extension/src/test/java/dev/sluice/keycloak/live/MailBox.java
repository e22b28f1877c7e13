package dev.sluice.keycloak.live;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A mail server on loopback that takes everything and delivers nothing. */
final class MailBox implements AutoCloseable {
  private final ServerSocket socket;
  private final BlockingQueue<String> mails = new LinkedBlockingQueue<>();

  MailBox() {
    try {
      socket = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::serve);
  }

  int port() {
    return socket.getLocalPort();
  }

  /** The next mail's text, with its line wrapping undone. */
  String next() throws InterruptedException {
    String mail = mails.poll(60, TimeUnit.SECONDS);
    return mail == null ? "" : mail.replace("=\n", "").replace("=3D", "=");
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket client = socket.accept()) {
        talk(client);
      } catch (IOException e) {
        // The client is gone, or the test has closed us: there is nobody to tell.
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

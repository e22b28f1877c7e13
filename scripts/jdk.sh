# Sourced by ./sluice and ./check: finds a JDK 25 or newer and sets JAVA_HOME to it.

# Prints the major version of the JDK in a directory; nothing where there is none.
jdk_major() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

# Sets JAVA_HOME to the first JDK that is new enough, or says what to do and returns 1.
find_jdk() {
  local candidate major on_path=""
  on_path=$(command -v javac || true)
  [ -n "$on_path" ] && on_path=$(dirname "$(dirname "$(readlink -f "$on_path")")")
  for candidate in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* "${HOME:-}"/.sdkman/candidates/java/*; do
    major=$(jdk_major "$candidate")
    if [ -n "$major" ] && [ "$major" -ge 25 ]; then
      export JAVA_HOME=$candidate
      # Maven's own libraries make newer JDKs print warnings that nobody here can act on.
      export MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED"
      return 0
    fi
  done
  echo "Sluice needs a JDK 25 or newer; none was found in JAVA_HOME, on the PATH, in /usr/lib/jvm or in ~/.sdkman: install one (Temurin 25, or sdk install java 25-tem), or set JAVA_HOME to it." >&2
  return 1
}

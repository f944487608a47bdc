# Sourced by the launcher and by check: exports JAVA_HOME of a JDK of 25 or later, or says what is missing.
jdk_version() {
  [ -x "$1/bin/javac" ] || return 1
  if [ -r "$1/release" ]; then
    sed -nE 's/^JAVA_VERSION="([0-9]+).*/\1/p' "$1/release"
  else
    "$1/bin/javac" -version 2>&1 | sed -nE 's/^javac ([0-9]+).*/\1/p'
  fi
}
find_jdk() {
  local candidate version on_path
  on_path=$(command -v javac 2>/dev/null || true)
  [ -n "$on_path" ] && on_path=$(dirname "$(dirname "$(readlink -f "$on_path")")")
  for candidate in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* /opt/jdk* /opt/java/* "$HOME"/.sdkman/candidates/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -n "$candidate" ] && [ -d "$candidate" ] || continue
    version=$(jdk_version "$candidate" || true)
    if [ -n "$version" ] && [ "$version" -ge 25 ]; then
      export JAVA_HOME=$candidate
      return 0
    fi
  done
  echo "folkmoot: no JDK 25 or later found (looked at JAVA_HOME, PATH and the usual JVM folders). Install one, or set JAVA_HOME to it." >&2
  exit 3
}
find_jdk

# What the scripts in this folder share. Works with bash 3.2.

fail() {
  echo "$2" >&2
  exit "$1"
}

find_java() {
  java=java
  if [ -n "${JAVA_HOME:-}" ]; then
    java=$JAVA_HOME/bin/java
  fi
  local version
  version=$("$java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -n 1) || true
  if [ -z "$version" ] || [ "$version" -lt 17 ]; then
    fail 1 "A JDK 17 or newer is needed${version:+, not $version}: install one, for example from\
 https://adoptium.net, and set JAVA_HOME to its folder or put its java first on the PATH."
  fi
}

# Free disk space in megabytes that the build needs: $1.
check_build_tools() {
  local java_path free_mb
  java_path=$(command -v "$java")
  [ -x "$(dirname "$java_path")/javac" ] ||
    fail 1 "A JDK is needed to build, and $java_path belongs to a mere run-time environment:\
 install a JDK 17 or newer and set JAVA_HOME to its folder."
  command -v mvn >/dev/null ||
    fail 1 "Maven 3.8 or newer is needed to build: install it (package \"maven\" of most systems,\
 or https://maven.apache.org) and put mvn on the PATH."
  free_mb=$(df -Pk "$root" | awk 'NR == 2 { print int($4 / 1024) }')
  [ "$free_mb" -ge "$1" ] ||
    fail 1 "Only $free_mb MB are free on the disk of $root, and the build needs $1 MB: make room."
}

# Whether nothing that counts was changed since the file $1 was made: the rest are patterns of paths to look through,
# quoted, since they mean folders below $root wherever the script is called.
is_newer_than_all() {
  local built=$1
  shift
  # shellcheck disable=SC2048,SC2086
  [ -f "$built" ] && [ -z "$(cd "$root" && find $* -newer "$built" 2>/dev/null | head -n 1)" ]
}

# Runs a command of the module realm-export; builds it first, if need be. Its output belongs to the command.
run_command() {
  local target=$root/realm-export/target
  find_java
  if ! is_newer_than_all "$target/commands.built" pom.xml provider/pom.xml realm-export/pom.xml \
    provider/src/main realm-export/src/main 'realm-export/*.json'; then
    check_build_tools 300
    mkdir -p "$target"
    touch "$target/commands.building"
    (cd "$root" && mvn -q -am -pl realm-export -Dmaven.test.skip=true package) >"$target/commands.log" 2>&1 ||
      fail 1 "The build failed: $(grep '^\[ERROR\]' "$target/commands.log" | head -n 5)"
    mv "$target/commands.building" "$target/commands.built"
  fi
  exec "$java" -cp "$target/realm-export.jar:$target/lib/*" io.entrabroker.operations.Commands "$@"
}

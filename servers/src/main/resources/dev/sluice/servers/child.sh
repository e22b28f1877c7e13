# Runs a command that must not outlive its owner: the owner holds the other end of this shell's
# standard input, which closes when the owner dies, however it dies.
# Usage: child.sh SIGNAL SCRATCH COMMAND...   (SCRATCH is removed in the end; "" for none)
signal=$1
scratch=$2
shift 2
exec 3<&0
# Ctrl-C in a terminal reaches this shell too: the owner decides what then happens.
trap '' INT HUP

# A session of its own gives the command and all it starts one process group to signal.
if command -v setsid >/dev/null 2>&1; then
  setsid "$@" </dev/null 3<&- &
else
  "$@" </dev/null 3<&- &
fi
child=$!
# What this shell has to say itself, such as "Killed", is no output of the command.
exec 2>/dev/null

signal_all() {
  kill -s "$1" -- "-$child" 2>/dev/null || kill -s "$1" "$child" 2>/dev/null
}

stop() {
  signal_all "$signal"
  waited=0
  while [ "$waited" -lt 100 ] && kill -s 0 "$child" 2>/dev/null; do
    sleep 0.1
    waited=$((waited + 1))
  done
  signal_all KILL
}

(
  trap - TERM
  while read -r _; do :; done <&3
  stop
) &
watcher=$!
trap stop TERM
exec 3<&-

wait "$child"
status=$?
while kill -s 0 "$child" 2>/dev/null; do
  wait "$child"
  status=$?
done
signal_all KILL
kill "$watcher" 2>/dev/null
# Who still writes into it, such as a client that ends a moment later, makes the first try fail.
[ -z "$scratch" ] || rm -rf -- "$scratch" || { sleep 1 && rm -rf -- "$scratch"; }
exit "$status"

# Runs one program that must not outlive the JVM that asked for it. Standard input is a pipe whose other end only that JVM
# holds: a line on it is the name of a signal to deliver, its end means that the JVM is gone, however it died.
# Standard output carries one line back, the program's process id. Exit status: the program's own.
#
# $1 file for the program's output   $2 signal to send when the JVM is gone   $3 tenths of a second to wait before KILL
# $4 directory to delete when the JVM is gone, or empty   $5 "-" if the program leads a process group of its own, or empty
log=$1 last=$2 grace=$3 trash=$4 group=$5
shift 5

# Before setsid has run, the program does not lead its group yet.
deliver() {
    kill -s "$1" -- "$group$child" || kill -s "$1" "$child"
}

orphaned=
trap 'orphaned=yes' USR1
# Where there is no setsid, Ctrl-C in the terminal reaches this shell too; it has to stay until its work is done.
trap : HUP INT TERM
exec 3<&0

"$@" </dev/null >>"$log" 2>&1 3<&- &
child=$!
echo "$child"
exec >/dev/null 2>&1

(
    trap '' HUP INT TERM
    while read -r signal <&3; do
        deliver "$signal"
    done
    kill -s USR1 $$
    deliver "$last"
    while [ "$grace" -gt 0 ] && kill -0 "$child"; do
        sleep 0.1
        grace=$((grace - 1))
    done
    deliver KILL
) &
lifeline=$!
exec 3<&-

# A trapped signal ends wait early, hence the loop.
wait "$child"
code=$?
while kill -0 "$child"; do
    wait "$child"
    code=$?
done
kill -s KILL "$lifeline"
[ -z "$group" ] || kill -s KILL -- "-$child"
if [ -n "$orphaned" ] && [ -n "$trash" ]; then
    rm -rf -- "$trash"
fi
exit "$code"

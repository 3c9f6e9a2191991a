# Turns the help of a command into a manual page. Variables: name, version, usage.

function escaped(text) {
    gsub(/\\/, "\\e", text)
    gsub(/-/, "\\-", text)
    # A line that begins with one of these would be an instruction.
    if (text ~ /^[.']/) text = "\\&" text
    return text
}

function section(title) { print ".SH " title; isFirst = 1 }

BEGIN { printf ".TH \"%s\" 1 \"\" \"wardline %s\" \"Wardline\"\n", toupper(name), version }

# The first paragraph says what the command does.
/^OVERVIEW: / {
    sub(/^OVERVIEW: /, "")
    section("NAME")
    print name " \\- " escaped($0)
    section("SYNOPSIS")
    print escaped(usage)
    part = "overview"
    next
}

/^USAGE: / { part = ""; next }

/^[A-Z][A-Z ]+( OPTIONS)?:$/ {
    sub(/:$/, "")
    section($0)
    part = "list"
    next
}

# A heading of a group of options.
/^[^ ].*:$/ && part != "overview" { sub(/:$/, ""); section(toupper($0)); part = "list"; next }

part == "overview" {
    if ($0 == "") { isBreak = 1; next }
    if (!isDescribed) { section("DESCRIPTION"); isDescribed = 1; isBreak = 0 }
    if (/^Example: /) {
        sub(/^Example: /, "")
        print ".PP\nExample:\n.PP\n.RS 4\n.EX\n" escaped($0) "\n.EE\n.RE"
        isBreak = 1
        next
    }
    if (isBreak) print ".PP"
    isBreak = 0
    print escaped($0)
    next
}

part == "list" && /^  [^ ]/ {
    label = $0
    sub(/^ +/, "", label)
    text = ""
    if (match(label, /  +/)) {
        text = substr(label, RSTART + RLENGTH)
        label = substr(label, 1, RSTART - 1)
    }
    print ".TP\n.B " escaped(label)
    if (text != "") print escaped(text)
    next
}

part == "list" && /^ +[^ ]/ { sub(/^ +/, ""); print escaped($0); next }

END {
    if (name != "wardline") { section("SEE ALSO"); print ".BR wardline (1)" }
}

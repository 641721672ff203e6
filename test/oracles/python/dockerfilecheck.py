"""Judges Dockerfiles where BuildKit's own modules cannot be built.

What it checks: BuildKit's parser reads the file (the PyPI package `dockerfile` carries it); every instruction is known
and has the arguments and flags that BuildKit's second step demands.

What it cannot: the contents of shell commands, whether files to copy exist, mounts of `RUN --mount`.

Source of the rules: the Dockerfile reference (https://docs.docker.com/reference/dockerfile/).
"""

import re
import sys

import dockerfile

# instruction: fewest and most arguments, and its flags
INSTRUCTIONS = {
    "ADD": (2, None, {"chown", "chmod", "link", "checksum", "keep-git-dir", "exclude", "unpack"}),
    "ARG": (1, None, set()),
    "CMD": (0, None, set()),
    "COPY": (2, None, {"from", "chown", "chmod", "link", "parents", "exclude"}),
    "ENTRYPOINT": (0, None, set()),
    "ENV": (2, None, set()),
    "EXPOSE": (1, None, set()),
    "FROM": (1, 3, {"platform"}),
    "HEALTHCHECK": (1, None, {"interval", "timeout", "start-period", "start-interval", "retries"}),
    "LABEL": (2, None, set()),
    "MAINTAINER": (1, 1, set()),
    "ONBUILD": (1, None, set()),
    "RUN": (1, None, {"mount", "network", "security"}),
    "SHELL": (1, None, set()),
    "STOPSIGNAL": (1, 1, set()),
    "USER": (1, 1, set()),
    "VOLUME": (1, None, set()),
    "WORKDIR": (1, 1, set()),
}
DURATION = re.compile(r"^(\d+(\.\d+)?(ns|us|µs|ms|s|m|h))+$")
PORT = re.compile(r"^(\d{1,5}(-\d{1,5})?(/(tcp|udp|sctp))?|\$.+)$", re.IGNORECASE)


def complaints(commands):
    if not commands:
        yield 1, "file with no instructions"
    seen_from = False
    for command in commands:
        name = command.cmd.upper()
        if name not in INSTRUCTIONS:
            yield command.start_line, f"unknown instruction: {command.cmd}"
            continue
        if not seen_from and name not in ("FROM", "ARG"):
            yield command.start_line, "no build stage in current context"
        seen_from = seen_from or name == "FROM"
        yield from ((command.start_line, text) for text in of_instruction(name, command))
    if commands and not seen_from:
        yield commands[-1].start_line, "no FROM instruction"


def of_instruction(name, command):
    fewest, most, flags = INSTRUCTIONS[name]
    values = [value for value in command.value if value != ""] if name != "ENV" else command.value
    values = values + list(command.heredocs) if name in ("COPY", "ADD") and isinstance(values, list) else values
    if len(values) < fewest or (most is not None and len(values) > most):
        yield f"{name} has a wrong number of arguments: {' '.join(command.value)}"
        return
    for flag in command.flags:
        key = flag.removeprefix("--").split("=")[0]
        if key not in flags:
            yield f"unknown flag: {key}"
        if key in ("interval", "timeout", "start-period", "start-interval") and not DURATION.match(flag.split("=", 1)[-1]):
            yield f"invalid duration: {flag}"
        if key == "retries" and not flag.split("=", 1)[-1].isdigit():
            yield f"invalid number: {flag}"
    yield from of_values(name, command)


def of_values(name, command):
    values = command.value
    if name == "FROM" and len(values) != 1 and not (len(values) == 3 and values[1].upper() == "AS"):
        yield "FROM requires either one argument, or three: FROM <source> [as <name>]"
    if name == "HEALTHCHECK" and values[0].upper() not in ("NONE", "CMD"):
        yield f"unknown type {values[0]!r} in HEALTHCHECK (try CMD)"
    if name == "SHELL" and not command.json:
        yield "SHELL requires the arguments to be in JSON form"
    if name in ("CMD", "ENTRYPOINT", "RUN", "SHELL") and not command.json and values and re.match(r'^\[\s*"', values[0]):
        yield f"{name} is meant as JSON, but is not: it would run in a shell"
    if name == "EXPOSE":
        yield from (f"invalid containerPort: {value}" for value in values if not PORT.match(value))


def check(path):
    try:
        found = list(complaints(list(dockerfile.parse_file(path))))
    except (dockerfile.GoParseError, dockerfile.GoIOError) as error:
        found = [(0, str(error))]
    for line, text in found:
        print(f"{path}:{line}: error: {text}")
    if not found:
        print(f"{path}: ok")
    return not found


if __name__ == "__main__":
    sys.exit(0 if len(sys.argv) > 1 and all([check(path) for path in sys.argv[1:]]) else 1)

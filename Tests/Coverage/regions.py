"""Prints which share of the code's regions was reached; see the script `coverage`.

A region is a piece of code that runs as a whole or not at all. Code that is compiled more than once
(generic functions, kernels for each instruction set, the same file in two programs) counts once and
is reached if one of its copies is.
"""
import collections, json, os, subprocess, sys

# The first part that a file belongs to is the one it counts for; targets in per cent.
PARTS = [
    ("signal guard", 100, ["CNcurses/guard.c", "CNcurses/kept_error.c"]),
    ("parsers", 100, ["ModelFiles/JSON/", "ModelFiles/Safetensors/", "ModelFiles/CellModel.swift",
                      "ModelFiles/ModelFile.swift", "ModelFiles/TorchLayout.swift",
                      "ModelFiles/SequenceInput.swift", "Screen/Key.swift",
                      "Screen/KeyDecoder.swift", "Screen/MouseReport.swift",
                      "CellScene/Session/Preferences"]),
    ("engine", 95, ["CellEngine/"]), ("scene", 95, ["CellScene/"]),
    ("kernels", None, ["CKernels/"]), ("screen", None, ["Screen/"]),
    ("files", None, ["ModelFiles/"]), ("training", None, ["Training/"]),
    ("terminal", None, ["Terminal/", "CNcurses/"]), ("program", None, ["cellscope/"]),
]


def regions(root, profile, programs):
    """For each file of Sources its regions, and how often each has run."""
    command = ["llvm-cov", "export", "-instr-profile", profile, programs[0]]
    for program in programs[1:]:
        command += ["-object", program]
    output = subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout
    counts = collections.defaultdict(lambda: collections.defaultdict(int))
    for function in json.loads(output)["data"][0]["functions"]:
        for start, column, end, last, count, file, _, kind in function["regions"]:
            name = os.path.relpath(os.path.realpath(function["filenames"][file]),
                                   os.path.join(os.path.realpath(root), "Sources"))
            if kind == 0 and not name.startswith(".."):
                place = (start, column, end, last)
                counts[name][place] = max(counts[name][place], count)
    return counts


def part_of(name):
    for part, target, prefixes in PARTS:
        if any(name.startswith(prefix) for prefix in prefixes):
            return part, target
    return None


def print_table(counts):
    missed = False
    print("| part | regions | reached | share | target |\n| --- | --- | --- | --- | --- |")
    for part, target, _ in PARTS:
        of_part = [count for name, places in counts.items() if (part_of(name) or [None])[0] == part
                   for count in places.values()]
        reached = sum(count > 0 for count in of_part)
        share = 100 * reached / max(1, len(of_part))
        missed |= target is not None and share < target
        print(f"| {part} | {len(of_part)} | {reached} | {share:.2f} % | "
              + (f"{target} %" if target else "–") + " |")
    return missed


def print_missing(root, counts, wanted):
    for name in sorted(counts):
        part = (part_of(name) or ["-"])[0]
        if wanted not in name and wanted != part:
            continue
        source = open(os.path.join(root, "Sources", name), encoding="utf-8").read().splitlines()
        for (start, column, end, last), count in sorted(counts[name].items()):
            if count == 0:
                print(f"{name}:{start}:{column}-{end}:{last}: {source[start - 1].strip()}")


root, profile, *rest = sys.argv[1:]
programs, arguments = rest[:rest.index("--")], rest[rest.index("--") + 1:]
counts = regions(root, profile, programs)
if arguments[:1] == ["missing"]:
    print_missing(root, counts, arguments[1] if len(arguments) > 1 else "")
else:
    sys.exit(1 if print_table(counts) else 0)

"""The typst command, over the `typst` package from PyPI: the same arguments as the real one takes for `compile`.

It differs in one thing: a font that is not there is an error, because a document in another font is not ours.
"""
import argparse
import os
import sys

import typst


def main():
    parser = argparse.ArgumentParser(prog="typst", description="Typesets documents.")
    parser.add_argument("--version", action="version", version=f"typst {typst.__version__}")
    commands = parser.add_subparsers(dest="command", required=True)
    compile_ = commands.add_parser("compile", aliases=["c"], help="Compiles an input file into a supported format.")
    compile_.add_argument("--root")
    compile_.add_argument("--input", action="append", default=[], metavar="KEY=VALUE")
    compile_.add_argument("--font-path", action="append", default=[])
    compile_.add_argument("--ignore-system-fonts", action="store_true")
    compile_.add_argument("--creation-timestamp", type=int, default=os.environ.get("SOURCE_DATE_EPOCH"))
    compile_.add_argument("--pdf-standard", action="append", default=[])
    compile_.add_argument("--ppi", type=float)
    compile_.add_argument("-f", "--format", choices=["pdf", "png", "svg"])
    compile_.add_argument("source", metavar="INPUT")
    compile_.add_argument("output", metavar="OUTPUT", nargs="?")
    asked, rest = parser.parse_known_args()
    # Options may stand between the two files, which argparse does not expect.
    if asked.output is None and len(rest) == 1 and not rest[0].startswith("-"):
        asked.output = rest.pop()
    if rest:
        compile_.error(f"unknown arguments: {' '.join(rest)}")
    return run(compile_, asked)


def run(parser, asked):
    for pair in asked.input:
        if "=" not in pair:
            parser.error("--input takes KEY=VALUE")
    fonts = [folder for value in asked.font_path for folder in value.split(os.pathsep) if folder]
    format_ = asked.format or os.path.splitext(asked.output or "")[1].lstrip(".") or "pdf"
    if format_ not in ("pdf", "png", "svg"):
        parser.error(f"cannot make {format_}")
    try:
        made, warnings = typst.compile_with_warnings(
            asked.source,
            root=asked.root or os.path.dirname(os.path.abspath(asked.source)),
            font_paths=fonts,
            ignore_system_fonts=asked.ignore_system_fonts,
            format=format_,
            ppi=asked.ppi,
            sys_inputs=dict(pair.split("=", 1) for pair in asked.input),
            pdf_standards=[name for value in asked.pdf_standard for name in value.split(",")],
            timestamp=int(asked.creation_timestamp) if asked.creation_timestamp is not None else None,
        )
    except RuntimeError as error:  # TypstError is one
        print(getattr(error, "diagnostic", None) or f"error: {error}", file=sys.stderr)
        return 1
    unknown = [warning for warning in warnings if warning.message.startswith("unknown font family")]
    for warning in warnings:
        text = warning.diagnostic or f"warning: {warning.message}"
        print(text.replace("warning: ", "error: ", 1) if warning in unknown else text, file=sys.stderr)
    if unknown:
        return 1
    write(made, asked.output or os.path.splitext(asked.source)[0] + "." + format_)
    return 0


def write(made, path):
    """Several pages of pictures need a name with {p} in it, as the real command's do."""
    if isinstance(made, list) and len(made) == 1 and "{p}" not in path:
        made = made[0]
    if not isinstance(made, list):
        with open(path, "wb") as file:
            file.write(made)
        return
    if "{p}" not in path:
        sys.exit("error: this has several pages: give a name with {p} in it")
    for number, page in enumerate(made, 1):
        with open(path.replace("{p}", str(number)), "wb") as file:
            file.write(page)


if __name__ == "__main__":
    sys.exit(main())

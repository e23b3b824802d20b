"""What a person sees on a terminal as a picture (SVG)."""

from __future__ import annotations

from html import escape

from yrke_cli.output.people.lines import READABLE
from yrke_cli.output.people.sentences import described
from yrke_cli.output.people.view import lines_of
from yrke_cli.output.to.saved import titled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from yrke_cli.answers.shapes import Page, Table
    from yrke_cli.output.people.lines import Line

# Dark on white, each colour with a contrast of at least 4.5 to 1: for screens and for paper.
SVG = """\
<svg xmlns="http://www.w3.org/2000/svg" xml:lang="nb" role="img" aria-labelledby="tittel" \
aria-describedby="beskrivelse" viewBox="0 0 {width} {height}">
<title id="tittel">{title}</title>
<desc id="beskrivelse">{description}</desc>
<style>
text {{ font: 16px "DejaVu Sans Mono", Menlo, Consolas, monospace; fill: #1a1a1a; white-space: pre; }}
.title, .heading, .strong, .mark {{ font-weight: bold; }}
.heading, .bar {{ fill: #005f73; }}
.small {{ fill: #595959; }}
</style>
<rect width="100%" height="100%" fill="#ffffff"/>
{body}
</svg>
"""
# The size of a sign in that font, and the margin, in the units of the picture.
SIGN_WIDTH, LINE_HEIGHT, MARGIN = 9.63, 20, 16


def made(answer: Table | Page, *, drawn: bool) -> bytes:
    """The lines as a picture whose text is text, with a title and a description for those who cannot see it."""
    lines = lines_of(answer, READABLE, drawn=drawn)
    width = max((sum(len(span.text) for span in line) for line in lines), default=1)
    body = [_svg_line(line, MARGIN + (number + 0.75) * LINE_HEIGHT) for number, line in enumerate(lines) if line]
    picture = SVG.format(
        title=escape(titled(answer, drawn=drawn)),
        description=escape("\n".join(described(answer, drawn=drawn))),
        width=round(2 * MARGIN + width * SIGN_WIDTH),
        height=2 * MARGIN + len(lines) * LINE_HEIGHT,
        body="\n".join(body),
    )
    return picture.encode("utf-8")


def _svg_line(line: Line, y: float) -> str:
    """Each word group at its own place and width, so that columns stand under each other in any font."""
    pieces, at = [], 0
    for span in line:
        text = span.text.strip(" ")
        if text:
            start = at + len(span.text) - len(span.text.lstrip(" "))
            style = f' class="{span.style}"' if span.style else ""
            place = f'x="{MARGIN + start * SIGN_WIDTH:.1f}" textLength="{len(text) * SIGN_WIDTH:.1f}"'
            pieces.append(f"<tspan {place}{style}>{escape(text, quote=False)}</tspan>")
        at += len(span.text)
    return f'<text y="{y:.0f}" xml:space="preserve">{"".join(pieces)}</text>'

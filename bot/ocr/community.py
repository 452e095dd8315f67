"""The community's name against the closed list, by the picture and not only by its best reading.

The recogniser's own probabilities say how well each name of the roster fits the strip. A name that
fits nearly as well as the best reading was misread; one that does not is a different name, however
much it resembles."""

from bot.ocr.lines import Line
from models.community_match import likely, match, plain
from models.directory import Directory
from models.intake import Value

NEARLY = 3.0  # of log-likelihood that a roster name may lack to the best reading


def value(line: Line, directory: Directory) -> Value:
    """The community as the line says it, put right where the picture says so as well."""
    written = plain(line.text)
    read = Value(written, line.confidence, line.box)
    if match(written, directory).name is not None:
        return read
    best = line.likelihood(line.text)
    fits = ((line.likelihood(name) - best, name) for name in likely(written, directory))
    found = [(fit, name) for fit, name in fits if fit > -NEARLY]
    if len(found) != 1:
        return read
    fit, name = found[0]
    return Value(name, min(0.9, 0.55 + fit / (4 * NEARLY)), line.box)

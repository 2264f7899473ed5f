"""The pilot file: YAML to a checked definition and back, every fault with its line (pure)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from io import StringIO
from typing import Any

from pydantic import TypeAdapter, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, LiteralScalarString

from app.exceptions import Invalid
from app.pilots.definition import PilotDefinition
from app.pilots.form_definition import Part

MAX_CHARACTERS = 1_000_000
MAX_NODES = 50_000
Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault of a pilot file: the line it stands on (1-based), where, and what is wrong."""

    line: int
    path: str
    words: str

    def __str__(self) -> str:
        """Write the fault as one line."""
        where = f"{self.path}: " if self.path else ""
        return f"line {self.line}: {where}{self.words}"


class PilotFileRefused(Invalid):
    """A pilot file that cannot be used; `listed` holds every fault, by line."""

    def __init__(self, listed: list[Problem]) -> None:
        count = "1 problem" if len(listed) == 1 else f"{len(listed)} problems"
        super().__init__(f"The pilot file has {count}.")
        self.listed = tuple(sorted(listed))


def parse_pilot(text: str) -> PilotDefinition:
    """Read a pilot file; raise PilotFileRefused naming every fault with its line."""
    root = _compose(text)
    lines = _Lines.of_file(root)
    document = _load(text)
    if not isinstance(document, dict):
        raise PilotFileRefused([Problem(1, "", "a pilot file is a list of 'key: value' lines")])
    try:
        return PilotDefinition.model_validate(document)
    except ValidationError as error:
        found = {*_faults(error, lines), *_contradictions(error, document, lines)}
        raise PilotFileRefused(list(found)) from error


def check_document(document: Mapping[str, Any]) -> list[Problem]:
    """Return every fault of a definition kept as plain values, without lines (empty when sound)."""
    places = _Lines.of_document(document)
    try:
        PilotDefinition.model_validate(document)
    except ValidationError as error:
        return sorted({*_faults(error, places), *_contradictions(error, document, places)})
    return []


def write_pilot(definition: PilotDefinition) -> str:
    """Write a definition as a pilot file; reading it again gives the same definition."""
    document = definition.model_dump(mode="json", exclude_defaults=True)
    yaml = YAML(typ="rt")
    yaml.width = 100
    yaml.indent(mapping=2, sequence=4, offset=2)
    out = StringIO()
    yaml.dump(_with_blocks(document), out)
    return out.getvalue()


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of the pilot file."""
    schema = PilotDefinition.model_json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def _compose(text: str) -> Node:
    if len(text) > MAX_CHARACTERS:
        raise PilotFileRefused([Problem(1, "", "the file is longer than a million characters")])
    try:
        root: Node | None = YAML(typ="safe", pure=True).compose(StringIO(text))
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        words = f"this is not YAML: {error.problem or error.context}"
        raise PilotFileRefused([Problem(mark.line + 1 if mark else 1, "", words)]) from error
    except (YAMLError, ValueError, RecursionError) as error:
        words = f"this is not YAML: {str(error).splitlines()[0]}"
        raise PilotFileRefused([Problem(1, "", words)]) from error
    if root is None:
        raise PilotFileRefused([Problem(1, "", "the file is empty")])
    _refuse_bomb(root)
    return root


def _refuse_bomb(root: Node) -> None:
    """Refuse a file whose anchors grow without end when they are written out."""
    sizes: dict[int, int] = {}

    def size(node: Node, above: frozenset[int]) -> int:
        if id(node) in above or len(above) > 60:
            return MAX_NODES + 1
        if id(node) not in sizes:
            inside = above | {id(node)}
            sizes[id(node)] = 1 + sum(size(child, inside) for child in _children(node))
        return sizes[id(node)]

    if size(root, frozenset()) > MAX_NODES:
        words = "the file is nested too deeply, or its anchors repeat too much"
        raise PilotFileRefused([Problem(1, "", words)])


def _children(node: Node) -> Iterator[Node]:
    if isinstance(node, SequenceNode):
        yield from node.value
    elif isinstance(node, MappingNode):
        for key, value in node.value:
            yield key
            yield value


def _load(text: str) -> Any:
    try:
        return YAML(typ="safe", pure=True).load(StringIO(text))
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        words = (error.problem or error.context or "this cannot be read").strip().splitlines()[0]
        raise PilotFileRefused([Problem(mark.line + 1 if mark else 1, "", words)]) from error
    except (YAMLError, ValueError, TypeError) as error:
        raise PilotFileRefused([Problem(1, "", str(error).splitlines()[0])]) from error


class _Lines:
    """Where each value of the file stands; a missing one stands where its parent does."""

    def __init__(self, known: dict[Path, int]) -> None:
        self.known = known

    @classmethod
    def of_file(cls, root: Node) -> "_Lines":
        """Note where each value of a parsed file stands."""
        lines = cls({})
        lines._note((), root, root.start_mark.line + 1)
        return lines

    @classmethod
    def of_document(cls, document: Mapping[str, Any]) -> "_Lines":
        """Note which values a document has; it has no lines."""
        return cls(dict.fromkeys(_paths_of((), document), 0))

    def _note(self, path: Path, node: Node, line: int) -> None:
        self.known[path] = line
        if isinstance(node, SequenceNode):
            for index, child in enumerate(node.value):
                self._note((*path, index), child, child.start_mark.line + 1)
        elif isinstance(node, MappingNode):
            for key, child in node.value:
                name = key.value if isinstance(key, ScalarNode) else "?"
                self._note((*path, name), child, key.start_mark.line + 1)

    def of(self, path: Path) -> int:
        """Return the line of the nearest value on the way to a path."""
        while path and path not in self.known:
            path = path[:-1]
        return self.known.get(path, self.known.get((), 1))

    def trim(self, path: Path) -> Path:
        """Return the path without the steps that only the checker knows (union branches)."""
        kept: Path = ()
        for index, step in enumerate(path):
            last = index == len(path) - 1
            if (*kept, step) in self.known or (last and kept == path[:-1]):
                kept = (*kept, step)
        return kept


def _paths_of(path: Path, value: Any) -> Iterator[Path]:
    yield path
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _paths_of((*path, str(key)), inner)
    elif isinstance(value, list | tuple):
        for index, inner in enumerate(value):
            yield from _paths_of((*path, index), inner)


def _faults(error: ValidationError, lines: _Lines) -> Iterator[Problem]:
    for fault in error.errors():
        path = lines.trim(fault["loc"])
        for words in _words(fault).split("\n"):
            yield _problem(path, words, lines)


def _problem(path: Path, words: str, lines: _Lines) -> Problem:
    """Return the fault, placed at the part its own words name where it is about the whole file."""
    part, _, rest = words.partition(": ")
    if not path and (part,) in lines.known:
        return Problem(lines.of((part,)), part, rest)
    return Problem(lines.of(path), _spell(path), words)


def _contradictions(
    error: ValidationError, document: Mapping[str, Any], lines: _Lines
) -> Iterator[Problem]:
    """Check the parts that are sound against each other although others are faulty."""
    if not any(fault["loc"] for fault in error.errors()):
        return
    sound: dict[str, Any] = {}
    for name, field in PilotDefinition.model_fields.items():
        if name in document:
            try:
                adapter = TypeAdapter[Any](field.rebuild_annotation())
                sound[name] = adapter.validate_python(document[name])
            except ValidationError:
                continue
        elif not field.is_required():
            sound[name] = field.get_default(call_default_factory=True)
    partial = PilotDefinition.model_construct(None, **sound)
    for words in partial.problems(known=frozenset(sound)):
        yield _problem((), words, lines)


def _spell(path: Path) -> str:
    spelled = "".join(f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in path)
    return spelled.lstrip(".")


def _words(fault: Mapping[str, Any]) -> str:
    kind, name = fault["type"], str(fault["loc"][-1]) if fault["loc"] else ""
    context = fault.get("ctx", {})
    if kind == "missing":
        return f"'{name}' is missing"
    if kind == "extra_forbidden":
        return f"'{name}' is not known here{_did_you_mean(name)}"
    if kind in {"enum", "literal_error"}:
        return f"must be {context.get('expected', 'one of the known words')}"
    if kind == "string_pattern_mismatch":
        return f"'{fault['input']}' does not fit the pattern {context.get('pattern')}"
    words: str = fault["msg"].removeprefix("Value error, ").removeprefix("Input ")
    return words[:1].lower() + words[1:]


def _did_you_mean(name: str) -> str:
    close = get_close_matches(name, sorted(_known_names()), n=1, cutoff=0.75)
    return f"; did you mean '{close[0]}'?" if close else ""


def _known_names() -> set[str]:
    return {name for part in Part.__subclasses__() for name in part.model_fields}


def _with_blocks(value: Any) -> Any:
    """Write words of several lines as blocks, as a person would."""
    if isinstance(value, dict):
        return {key: _with_blocks(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_with_blocks(inner) for inner in value]
    if isinstance(value, str) and _is_block(value):
        return LiteralScalarString(value)
    if isinstance(value, str) and not value.isprintable():
        return DoubleQuotedScalarString(value)
    return value


def _is_block(text: str) -> bool:
    lines = text.split("\n")
    return (
        len(lines) > 1
        and all(character == "\n" or character.isprintable() for character in text)
        and not any(line.startswith(" ") or line.endswith(" ") for line in lines)
        and not text.startswith("\n")
    )

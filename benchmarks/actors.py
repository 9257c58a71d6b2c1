"""Who is who across pages: same speaker or not, on the newsroom, on ECB+ and on a list of names from public knowledge.

Run:  python benchmarks/actors.py [--data .data] [--ledger PATH] [--errors]

Newsroom: speakers that the reader found, laid on the gold attribution whose cue they overlap; pairs of speakers on two
pages of one story, equal where the gold names one speaker for both (unnamed sources are left out); and of two stories.
Names list: pairs in ``actor_pairs.yaml``. Legislators: the official names of the legislators and presidents of the
United States (CC0) beside shorter forms of them (first and last, initial and last, nickname), and beside namesakes.
ECB+: per document the names of each gold chain of persons or organisations; pairs within one topic, equal where both
are in one chain across documents. Precision, recall and F1 of *same*, and how many of the pairs that are same were
judged *different*; the peers are equality of the fullest names and rapidfuzz's token_set_ratio from 90 on.
``--ledger`` takes readings of the newsroom's pages from a ledger that has them.
"""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise
from pathlib import Path

import yaml
from rapidfuzz import fuzz

from data import SHARED, corpus, parser
from results import record, table
from sayso.capture import CaptureOptions
from sayso.ledger import Ledger
from sayso.nouns import ActorLink, Given, Hop, Page, Reading
from sayso.nouns.folding import fold
from sayso.origins.actors import canonical, cited_outlet, compare_names, one_speaker, outlet_key, same_actor
from sayso.origins.actors.verdict import SAME
from sayso.origins.statements import page_of, statements_of
from sayso.origins.stories import affinity, signature
from sayso.pipeline import Item, read_inputs
from sayso.plugins import DEFAULT_PROFILE, load_reader

NEWSROOM = SHARED / "data" / "newsroom"
PAIRS = Path(__file__).with_name("actor_pairs.yaml")
#: how sure it is taken to be that two texts are of one event, where nothing measures it
ONE_STORY, ANOTHER = 0.9, 0.0
#: so many code points before a statement are looked at for an outlet that *the radio* means
BEFORE = 600
Decision = Callable[["Speaker", "Speaker", float], bool]


@dataclass(frozen=True)
class Speaker:
    """An actor of one page, and the gold's name for it."""

    hop: Hop
    page: Page
    gold: str
    story: str
    heard: str | None = None
    beside: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return self.hop.name or self.hop.text or ""


@dataclass
class Score:
    """Counts of *same*."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    parted: int = 0

    def add(self, said: bool, true: bool, parted: bool = False) -> None:
        self.parted += parted and true
        self.right += said and true
        self.wrong += said and not true
        self.missed += true and not said

    def row(self) -> list[object]:
        precision = self.right / (self.right + self.wrong or 1)
        recall = self.right / (self.right + self.missed or 1)
        f1 = 2 * precision * recall / (precision + recall or 1)
        return [precision, recall, f1, self.right + self.missed, self.parted]


def sayso(a: Speaker, b: Speaker, near: float) -> bool:
    return link(a, b, near).kind == "same"


def link(a: Speaker, b: Speaker, near: float) -> ActorLink:
    return same_actor(
        a.hop, a.page, b.hop, b.page, affinity=near, heard=(a.heard, b.heard), others=(*a.beside, *b.beside)
    )


def equal(a: Speaker, b: Speaker, near: float) -> bool:
    return fold(a.name) == fold(b.name)


def fuzzy(a: Speaker, b: Speaker, near: float) -> bool:
    return fuzz.token_set_ratio(fold(a.name), fold(b.name)) >= 90


SYSTEMS: dict[str, Decision] = {"**sayso**": sayso, "equal names": equal, "token_set_ratio ≥ 90": fuzzy}


def readings(ledger: Path | None) -> dict[str, Reading]:
    """Readings of the newsroom's pages by ``story/page``."""
    if ledger:
        kept: Iterable[Reading] = Ledger.open(str(ledger), create=False).readings()
    else:
        pages = [str(path) for path in sorted(NEWSROOM.glob("*/*.html"))]
        items = read_inputs(pages, options=CaptureOptions(), given=Given(), reader=load_reader(DEFAULT_PROFILE))
        kept = (item.reading for item in items if isinstance(item, Item))
    return {"/".join(Path(r.document.source).with_suffix("").parts[-2:]): r for r in kept}


def newsroom(ledger: Path | None) -> tuple[dict[str, list[Speaker]], Mapping[tuple[str, str], float]]:
    """Speakers by story, and how sure it is of each two pages, as measured, that they are of one event."""
    found: dict[str, list[Speaker]] = {}
    signs = {}
    pages = readings(ledger)
    known = {outlet_key(name): name for r in pages.values() if (name := r.document.outlet)}
    for name, reading in sorted(pages.items()):
        gold = json.loads((NEWSROOM / f"{name}.gold.json").read_text(encoding="utf-8"))
        page, statements = page_of(reading), statements_of(reading)
        signs[page.document] = signature(page, statements)
        hops = {hop.attribution: hop for statement in statements for hop in statement.chain}
        heard: dict[str, str | None] = {}
        for statement in statements:
            before = reading.document.text[max(0, statement.start - BEFORE) : statement.end]
            for hop, around in (*((h, h) for h in statement.chain if h.kind == "outlet"), *pairwise(statement.chain)):
                cited = cited_outlet(around, before, known, own=page)
                heard.setdefault(hop.attribution, cited.name if cited else None)
        of_entity: dict[str, list[Hop]] = {}
        for hop in hops.values():
            of_entity.setdefault(hop.entity or hop.attribution, []).append(hop)
        story = name.split("/")[0]
        seen = set()
        for said in reading.attributions:
            told = _gold_of(said.cue, gold["attributions"]) if said.cue else None
            hop = hops.get(said.id)
            if hop is None or not told or not told["speaker"] or not hop.names:
                continue
            key = (hop.entity or hop.attribution, told["speaker"])
            if key not in seen:
                seen.add(key)
                whole = one_speaker([hop, *of_entity[key[0]]])
                speaker = Speaker(whole, page, fold(str(told["speaker"])), story, heard.get(said.id))
                found.setdefault(story, []).append(speaker)
    near = {(a, b): affinity(signs[a], signs[b])[0] for a in signs for b in signs if a < b}
    return beside(found), near


def beside(groups: Mapping[str, Sequence[Speaker]]) -> dict[str, list[Speaker]]:
    """The same speakers, each with the names of the others on its page."""
    names: dict[str, set[str]] = {}
    for speaker in (one for speakers in groups.values() for one in speakers):
        names.setdefault(speaker.page.document, set()).update(speaker.hop.names)
    return {
        key: [replace(s, beside=tuple(sorted(names[s.page.document] - set(s.hop.names)))) for s in speakers]
        for key, speakers in groups.items()
    }


def _gold_of(cue: object, attributions: Sequence[dict[str, object]]) -> dict[str, object] | None:
    """The gold attribution whose cue shares most characters with a cue."""
    start, end = cue.start, cue.end  # type: ignore[attr-defined]
    shares = [
        (min(end, g["cue"]["end"]) - max(start, g["cue"]["start"]), -n)  # type: ignore[index]
        for n, g in enumerate(attributions)
        if g["cue"]
    ]
    best = max(shares, default=(0, 0))
    return attributions[-best[1]] if best[0] > 0 else None


def ecb(data: Path) -> dict[str, list[Speaker]]:
    """Persons and organisations with names, per document of ECB+, by topic."""
    found: dict[str, list[Speaker]] = {}
    for file in sorted((data / "claims/ecbplus/ECB+").glob("*/*.xml")):
        topic = file.parent.name
        event = f"{topic}-{'plus' if 'plus' in file.name else 'ecb'}"
        page = Page(document=file.stem, source=file.name, url=None, host=None, outlet=None, title=None, published=None,
                    first=None, last=None, language="en")  # fmt: skip
        for chain, kind, names in _chains(file):
            person = kind == "HUMAN_PART_PER"
            hop = Hop(
                attribution=chain, kind="named" if person else "group", entity=chain,
                type="person" if person else "organization", name=names[0], names=names, roles=(), text=names[0],
                count=None, cue=None, manner="indirect", polarity="affirmed", hedge="none",
            )  # fmt: skip
            found.setdefault(topic, []).append(Speaker(hop, page, chain, event))
    return beside(found)


def _chains(file: Path) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    root = ET.parse(file).getroot()
    tokens = {t.get("t_id"): t.text or "" for t in root.iter("token")}
    mentions: dict[str, tuple[str, str]] = {}
    for mark in root.find("Markables") or ():
        if mark.tag in ("HUMAN_PART_PER", "HUMAN_PART_ORG") and mark.find("token_anchor") is not None:
            words = [tokens[a.get("t_id")] for a in mark.iter("token_anchor")]
            mentions[mark.get("m_id") or ""] = mark.tag, re.sub(r" (?=[,.'’])", "", " ".join(words))
    for relation in root.find("Relations") or ():
        chain = relation.get("note")
        sources = [s.get("m_id") or "" for s in relation.iter("source")]
        own = [mentions[m] for m in sources if m in mentions]
        names = sorted({name for _, name in own if re.match(r"[A-Z]\w", name)}, key=lambda n: (-len(n), n))
        names = [n for n in names if n.lower() not in ("he", "she", "they", "his", "her", "their", "who", "it", "its")]
        if chain and names and any(word[0].isupper() for name in names for word in name.split()[-1:]):
            yield chain, own[0][0], tuple(names)


def across(
    groups: Mapping[str, Sequence[Speaker]], near: Callable[[Speaker, Speaker], float], shown: bool
) -> dict[str, dict[str, Score]]:
    """Scores of each system, by half of the groups (even and odd)."""
    scores = {name: {half: Score() for half in ("even", "odd")} for name in SYSTEMS}
    for number, (_, speakers) in enumerate(sorted(groups.items())):
        half = ("even", "odd")[number % 2]
        for a, b in combinations(speakers, 2):
            if a.page.document == b.page.document:
                continue
            for name, decide in SYSTEMS.items():
                said, true = decide(a, b, near(a, b)), a.gold == b.gold
                parted = decide is sayso and true and link(a, b, near(a, b)).kind == "different"
                scores[name][half].add(said, true, parted)
                if shown and said != true and decide is sayso:
                    why = link(a, b, near(a, b))
                    told = (a.name, b.name, a.gold, b.gold, f"{near(a, b):.2f} {why.score}", why.why)
                    print("missed" if true else "WRONG", a.story, *told, sep=" | ")
    return scores


def between(groups: Mapping[str, Sequence[Speaker]]) -> list[list[object]]:
    """Speakers of two stories, who are hardly ever one."""
    rows = []
    everybody = [speaker for speakers in groups.values() for speaker in speakers]
    pairs = [(a, b) for a, b in combinations(everybody, 2) if a.story != b.story]
    for name, decide in SYSTEMS.items():
        score = Score()
        for a, b in pairs:
            score.add(decide(a, b, ANOTHER), a.gold == b.gold)
        rows.append([f"newsroom, {len(pairs)} pairs of two stories", name, *score.row()])
    return rows


def joined(groups: Mapping[str, Sequence[Speaker]], near: Callable[[Speaker, Speaker], float]) -> Score:
    """The components that all links of a story make."""
    score = Score()
    for speakers in groups.values():
        pairs = [(a, b) for a, b in combinations(speakers, 2) if a.page.document != b.page.document]
        links = [link(a, b, near(a, b)) for a, b in pairs]
        ids = canonical(links)
        for a, b in pairs:
            keys = [f"{s.page.document}#{s.hop.entity or s.hop.attribution}" for s in (a, b)]
            score.add(ids[keys[0]] == ids[keys[1]], a.gold == b.gold)
    return score


WAYS: dict[str, Callable[[str, str, float], bool]] = {
    "**sayso**": lambda a, b, near: compare_names(a, b, affinity=near).score >= SAME,
    "equal names": lambda a, b, near: fold(a) == fold(b),
    "token_set_ratio ≥ 90": lambda a, b, near: fuzz.token_set_ratio(fold(a), fold(b)) >= 90,
}


def listed(shown: bool) -> list[list[object]]:
    """The list of names: *same* wanted or not, within a story and without one."""
    data = yaml.safe_load(PAIRS.read_text(encoding="utf-8"))
    cases = [(a, b, ANOTHER, True) for a, b in data["same"]] + [(a, b, ONE_STORY, True) for a, b in data["same"]]
    cases += [(a, b, ONE_STORY, True) for a, b in data["in_story"]]
    cases += [(a, b, ANOTHER, False) for a, b in data["in_story"] + data["open"]]
    cases += [(a, b, near, False) for a, b in data["different"] for near in (ANOTHER, ONE_STORY)]
    rows = []
    for name, decide in WAYS.items():
        score = Score()
        for a, b, near, true in cases:
            said = decide(a, b, near)
            score.add(said, true)
            if shown and said != true and name == "**sayso**":
                print("missed" if true else "WRONG", near, compare_names(a, b, affinity=near))
        rows.append([f"names ({sum(map(len, data.values()))} pairs)", name, *score.row()])
    return rows


def legislators(data: Path) -> list[list[object]]:
    """Forms of one person's name, and persons of one surname, within a story."""
    cases: list[tuple[str, str, bool]] = []
    people = []
    for file in ("us_legislators-current.yaml", "us_executive.yaml"):
        people += yaml.load((data / "nlp/kb" / file).read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    names = [person["name"] for person in people]
    for name in names:
        parts = (name["first"], name.get("middle"), name["last"], name.get("suffix"))
        full = name.get("official_full") or " ".join(part for part in parts if part)
        first, last = name["first"], name["last"]
        forms = [f"{first} {last}", f"{first[0]}. {last}", f"Rep. {first} {last}"]
        forms += [f"{name['nickname']} {last}"] if name.get("nickname") else []
        forms += [f"{first} {name['middle'][0]}. {last}"] if name.get("middle") else []
        cases += [(full, form, True) for form in forms]
    for a, b in combinations(names, 2):
        if a["last"] == b["last"] and a["first"] != b["first"]:
            cases.append((f"{a['first']} {a['last']}", f"{b['first']} {b['last']}", False))
    rows = []
    for name, decide in WAYS.items():
        score = Score()
        for a, b, true in cases:
            score.add(decide(a, b, ONE_STORY), true)
        rows.append([f"legislators ({len(cases)} pairs)", name, *score.row()])
    return rows


def main() -> None:
    arguments = parser(__doc__)
    arguments.add_argument("--ledger", type=Path, help="take the newsroom's readings from this ledger")
    arguments.add_argument("--errors", action="store_true", help="print what was judged wrongly, and record nothing")
    given = arguments.parse_args()
    rows = listed(given.errors)
    rows += legislators(corpus("language", given.data))
    stories, near = newsroom(given.ledger)

    def measured(a: Speaker, b: Speaker) -> float:
        pair = sorted((a.page.document, b.page.document))
        return near[pair[0], pair[1]]

    def by_event(a: Speaker, b: Speaker) -> float:
        return ONE_STORY if a.story == b.story else ANOTHER

    for name, halves in across(stories, measured, given.errors).items():
        rows += [[f"newsroom, {half} stories", name, *score.row()] for half, score in halves.items()]
    rows.append(["newsroom, all, joined to components", "**sayso**", *joined(stories, measured).row()])
    rows += between(stories)
    topics = ecb(corpus("claims", given.data))
    topics = dict(list(topics.items())[: given.limit]) if given.limit else topics
    for name, halves in across(topics, by_event, given.errors).items():
        rows += [[f"ECB+, {half} topics", name, *score.row()] for half, score in halves.items()]
    lines = table(["data", "system", "precision", "recall", "F1", "pairs that are same", "judged different"], rows)
    if given.errors or given.limit:
        print("\n".join(lines))
    else:
        record("Same speaker across pages", "python benchmarks/actors.py", lines)


if __name__ == "__main__":
    main()

"""One walk over a document, from its first mention to its last: who is meant by each pronoun and each source."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import islice

from sayso.nouns.attribution import Attribution, Source
from sayso.nouns.mention import Mention
from sayso.reader.layers import Layers
from sayso.speakers.descriptions import Descriptions, head_of
from sayso.speakers.entities import Cast, Member
from sayso.speakers.features import Anaphor, Candidate
from sayso.speakers.figures import Figure, Form, sex_of_word
from sayso.speakers.lexicon import Pronoun, pronouns
from sayso.speakers.plurals import joined, plural_phrases
from sayso.speakers.ranker import NOBODY, choose
from sayso.speakers.scene import Scene, Spot
from sayso.speakers.sources import Linker
from sayso.speakers.words import Words

#: Figures looked at for one pronoun, and how many sentences back at most.
MOST, WINDOW = 12, 25
#: Figures of whatever kind that are passed on the way.
LOOK = 400
#: Names that come after a pronoun in its sentence and are looked at too.
AHEAD = 3
#: From this probability on a link tells whether *he* or *she* fits the figure from now on.
SURE = 0.6

#: What stands between a name and a description of it, and the other way round.
_FOLLOWS = re.compile(r",\s+(?:\d+,\s+)?|\s+(?:is|was|became|remains)\s+")
_LEADS = re.compile(r",\s+(?:[A-Z][a-z]*\.?\s+){0,2}")

#: Chooses among candidates: the index of one, or :data:`NOBODY`; and how sure that is.
Chooser = Callable[[Anaphor, Sequence[Candidate]], tuple[int, float]]


class Walk:
    """Links the pronouns, descriptions and sources of one document, each seen once, in text order.

    Afterwards ``attributions`` are the linked attributions (working ids), and ``cast.entity_of_mention`` holds the
    pronouns and descriptions too.
    """

    def __init__(self, cast: Cast, layers: Layers, chooser: Chooser = choose) -> None:
        self.cast, self.layers, self.chooser = cast, layers, chooser
        self.scene = Scene(cast.text, layers)
        self.mentions = list(layers.mentions)
        if self.scene.parsed:
            self.mentions += plural_phrases(cast.text, layers.tokens, layers.mentions)
            self.mentions.sort(key=lambda m: (m.start, -m.end))
        self.words = Words(self.scene, layers)
        self.figures: dict[str, Figure] = {}
        self.recent: dict[int, Figure] = {}
        self.meant: dict[tuple[int, int], Figure] = {}  # a pronoun or description (characters) to whom it means
        self.last_speaker = 0
        self.last_name: tuple[Mention, Figure] | None = None
        self.last_chain: dict[float, int] = {}
        self.named = Counter(cast.entity_of_mention.values())
        self.by_id = {member.id: member for member in cast.members}
        self.descriptions = Descriptions(cast, self.recent)
        self.linker = Linker(cast, layers, self.descriptions)
        self.attributions: tuple[Attribution, ...] = ()

    def run(self) -> None:
        """Walk the document once."""
        events: list[tuple[int, int, int]] = [(m.start, 0, n) for n, m in enumerate(self.mentions)]
        for number, attribution in enumerate(self.layers.attributions):
            spans, cue = attribution.source.spans, attribution.cue
            events.append((spans[0][1] if spans else cue.end if cue else 0, 1, number))
        linked: list[Attribution] = list(self.layers.attributions)
        for _, kind, number in sorted(events):
            if kind == 0:
                self._mention(number)
            else:
                linked[number] = self._attribution(linked[number])
        self.attributions = self.linker.first_persons(linked, self.words.quotation)
        self._first_persons()
        for mention in self.layers.mentions:
            figure = self.meant.get((mention.start, mention.end)) if mention.form != "name" else None
            if figure is not None and figure.member is not None:
                self.cast.entity_of_mention[mention.id] = figure.member.id

    # mentions

    def _mention(self, number: int) -> None:
        mention = self.mentions[number]
        if mention.form == "pronoun":
            row = pronouns().get(mention.text.lower())
            if row is not None and row.person == 3:
                self._pronoun(number, row)
        elif mention.form == "name":
            member = self.by_id.get(self.cast.entity_of_mention.get(mention.id, ""))
            if member is not None:
                self._see(self.figure_of(member), mention)
                self._join(mention)
                self.last_name = mention, self.figure_of(member)
        elif not mention.id:
            self._crowd(mention)
        elif not self.words.in_source(mention) and not self._is_apposed(number):
            found = self.descriptions.find(mention, self.scene.sentence_of(mention.start))
            figure = found if isinstance(found, Figure) else self.figure_of(found) if found else None
            if figure is None:
                figure = self.descriptions.shadow(mention, self.scene.spot(mention.start, mention.end))
            self.meant[mention.start, mention.end] = figure
            self._see(figure, mention)

    def _join(self, name: Mention) -> None:
        """People joined by *and* are a figure of their own besides."""
        both = joined(self.cast.text, self.last_name[0], name) if self.last_name is not None else None
        if both is not None and self.scene.parsed:
            spot = self.scene.spot(both.start, both.end)
            self._note(self.descriptions.crowd(both, spot), spot, "nominal")

    def _crowd(self, mention: Mention) -> None:
        """A plural that *they* can mean."""
        if not self.words.in_source(mention):
            spot = self.scene.spot(mention.start, mention.end)
            figure = self.descriptions.crowd(mention, spot)
            self.meant[mention.start, mention.end] = figure
            self._note(figure, spot, "nominal")

    def _is_apposed(self, number: int) -> bool:
        """Whether a description only says who somebody named beside it is: *X, an Australian woman*; *the mayor, X*; *X
        is a lawyer*. It is then nobody of its own, and tells whether *he* or *she* fits."""
        mention, text = self.mentions[number], self.cast.text
        after = self.mentions[number + 1 : number + 2]
        if after and after[0].form == "name" and _LEADS.fullmatch(text, mention.end, after[0].start):
            return True
        if self.last_name is None or self.last_name[0].end > mention.start:
            return False
        figure = self.last_name[1]
        if _FOLLOWS.fullmatch(text, self.last_name[0].end, mention.start) is None or figure.plural:
            return False
        sex = sex_of_word(head_of(mention.text))
        if sex and sex * figure.sex >= 0:
            figure.sex, figure.told = sex, "words"
        self.meant[mention.start, mention.end] = figure
        return True

    def figure_of(self, member: Member) -> Figure:
        """The figure of a member, made where there is none yet."""
        figure = self.figures.get(member.id)
        if figure is None:
            figure = self.descriptions.figure(member, self.scene.spot(member.first, member.first + 1))
            figure.named = max(1, self.named[member.id])
            self.figures[member.id] = figure
            if member.kind in {"role", "anonymous"} and member.type == "person":
                self.descriptions.described.setdefault(head_of(member.name), []).append(figure)
        return figure

    def _see(self, figure: Figure, mention: Mention) -> None:
        self._note(figure, self.scene.spot(mention.start, mention.end), mention.form)

    def _note(self, figure: Figure, spot: Spot, form: Form) -> None:
        known = self.recent.pop(id(figure), None)
        if known is None:
            figure.first, figure.spot, figure.form, figure.spots = spot.sentence, spot, form, [spot]
        else:
            figure.seen(spot, form)
        self.recent[id(figure)] = figure

    # pronouns

    def _pronoun(self, number: int, row: Pronoun) -> None:
        mention = self.mentions[number]
        spot = self.scene.spot(mention.start, mention.end)
        sex = {"m": -1, "f": 1}.get(row.sex or "", 0)
        quoting, reporting = self.words.around(mention.start, self._speaker)
        anaphor = Anaphor(
            word=mention.text.lower(),
            number=row.number,
            sex=sex,
            spot=spot,
            source=self.words.is_source(mention),
            quoting=quoting,
            reporting=reporting,
            last_speaker=self.last_speaker,
            last_chain=self.last_chain.get(sex or 0.5 * (row.number == "thing"), 0),
            trees=self.scene.trees,
        )
        candidates = self._candidates(anaphor, number)
        if not candidates:
            return
        best, sure = self.chooser(anaphor, candidates)
        if best == NOBODY:
            return
        figure = candidates[best].figure
        self.meant[mention.start, mention.end] = figure
        self.last_chain[sex or 0.5 * (row.number == "thing")] = id(figure)
        if not candidates[best].ahead:
            self._see(figure, mention)
        if sex and sure >= SURE and figure.told != "words":
            figure.sex, figure.told = float(sex), "pronoun"

    def _candidates(self, anaphor: Anaphor, number: int) -> list[Candidate]:
        found: list[Candidate] = []
        for figure in islice(reversed(self.recent.values()), LOOK):
            if anaphor.spot.sentence - figure.spot.sentence > WINDOW or len(found) == MOST:
                break
            if figure.takes(anaphor.number):
                found.append(Candidate(figure, figure.spot))
        here = {id(c.figure): n for n, c in enumerate(found)}
        for later in self.mentions[number + 1 : number + 1 + 4 * AHEAD]:
            if later.form != "name" or later.id not in self.cast.entity_of_mention:
                continue
            spot = self.scene.spot(later.start, later.end)
            if spot.sentence != anaphor.spot.sentence:
                break
            figure = self.figure_of(self.by_id[self.cast.entity_of_mention[later.id]])
            known = here.get(id(figure))
            if known is None and figure.takes(anaphor.number):
                here[id(figure)] = len(found)
                found.append(Candidate(figure, spot, ahead=True))
            elif known is not None and found[known].later is None and not found[known].ahead:
                found[known] = Candidate(figure, found[known].spot, later=spot)
        return found

    def _speaker(self, attribution: Attribution) -> int:
        """The figure, by ``id()``, that an attribution has or will have as its source; 0 where that is not known."""
        member = self.linker.linked.get(attribution.id) or self.linker.named(attribution)
        return id(self.figure_of(member)) if member is not None else 0

    # sources

    def _attribution(self, attribution: Attribution) -> Attribution:
        source = attribution.source
        meant = self.meant.get(source.spans[0]) if source.spans else None
        if meant is not None and meant.member is None and meant.type != "other" and self.words.is_pronoun(source):
            # a pronoun that means "a fisherman": now that he speaks he is one of the cast
            self.linker.adopt(meant)
        linked, member = self.linker.link(attribution, meant, self._sentence(source))
        if member is None:
            return linked
        self.by_id.setdefault(member.id, member)
        if meant is not None and meant.member is member:
            self.figures.setdefault(member.id, meant)
        figure = self.figure_of(member)
        if not self.words.is_pronoun(source):
            inside = self.words.nominal_in(source)
            if inside is not None:
                self.meant[inside.start, inside.end] = figure
                self._see(figure, inside)
            elif source.spans and not self.words.holds(source, figure.spot.token):
                # a source that the reader gave no mention for
                self._note(figure, self.scene.spot(*source.spans[0]), "name")
        if not self.words.is_nested(attribution):
            self.last_speaker = id(figure)
        return linked

    def _sentence(self, source: Source) -> int:
        return self.scene.sentence_of(source.spans[0][0]) if source.spans else 0

    def _first_persons(self) -> None:
        """*I*, *my*, *we* inside a quotation are its speaker."""
        speakers = {a.id: a.source.entity for a in self.attributions}
        for mention in self.layers.mentions:
            row = pronouns().get(mention.text.lower()) if mention.form == "pronoun" else None
            if row is None or row.person != 1:
                continue
            around = self.words.quotation(mention.start)
            member = self.by_id.get(speakers.get(around.id) or "") if around is not None else None
            if member is not None and (row.number == "one" or member.type in {"organization", "group"}):
                self.cast.entity_of_mention[mention.id] = member.id

"""The data preparation, on small invented inputs."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from sayso.reader.common.page import Page
from training.data import bio, conllpp, ewt, factuality, gum, litbank, manifest, marked, polnear, re3d, tweets
from training.data.__main__ import main
from training.data.conllu import chunks, sentences
from training.data.groups import group_words, is_group
from training.data.naming import with_groups
from training.data.penn import universal
from training.data.record import Record, Tally, joined, write

NOWHERE = Path("/nonexistent")
GROUPS = group_words(NOWHERE)


def words(page: Page, ranges: object) -> list[str]:
    return [" ".join(page.words[first:last]) for first, last in ranges]  # type: ignore[attr-defined]


def named(record: Record) -> list[tuple[str, str]]:
    assert record.names is not None
    return [(" ".join(record.page.words[first:last]), kind) for first, last, kind in record.names]


# ---- records


def test_ranges_of_characters_become_words_and_join_where_no_word_lies_between() -> None:
    page = Page("The mayor said so twice.")
    assert joined(page, [(10, 14), (4, 9), (18, 20)]) == ((1, 3), (4, 5))
    assert joined(page, [(3, 4)]) == ()


def test_a_record_is_written_as_the_trainer_reads_it(tmp_path: Path) -> None:
    page = Page("Ada Moor spoke. Nobody came.")
    assert write(tmp_path / "x.jsonl", [Record("d1", page, names=((0, 2, "person"),))]) == 1
    line = json.loads((tmp_path / "x.jsonl").read_text("utf-8"))
    assert line["words"][0] == [0, 3]
    assert line["sentences"] == [[0, 4], [4, 7]]
    assert line["names"] == [[0, 2, "person"]]
    assert line["heads"] is None
    assert line["attributions"] is None
    assert line["layers"] is False


# ---- PolNeAR

POLNEAR = "Senator Ada Moor said Republicans don’t like it."
ANN = """T1\tSource 0 16\tSenator Ada Moor
T2\tCue 17 21\tsaid
T3\tContent 22 33;34 47\tRepublicans don’t like it
T4\tAttribution 17 21\tsaid
E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3
E2\tAttribution:T4 Source:T1 Cue:T2
"""
SILVER = """Senator\t0\t7\tNNP\tO
Ada\t8\t11\tNNP\tPERSON
Moor\t12\t16\tNNP\tPERSON
said\t17\t21\tVBD\tO
Republicans\t22\t33\tNNPS\tMISC
do\t34\t36\tVBP\tO
n't\t36\t39\tRB\tO
like\t40\t44\tVB\tO
it\t45\t47\tPRP\tMISC
.\t47\t48\t.\tO
"""


def test_polnear_takes_the_first_annotator_and_silver_layers(tmp_path: Path) -> None:
    root = tmp_path / "polnear" / "data"
    for folder in ("attributions", "text", "silver"):
        (root / "train" / folder).mkdir(parents=True)
    for name in ("x_story", "y_bare"):
        (root / "train" / "text" / f"{name}.txt").write_text(POLNEAR, "utf-8")
    (root / "train" / "attributions" / "x_story_0a1b.ann").write_text(ANN, "utf-8")
    (root / "train" / "attributions" / "x_story_9f9f.ann").write_text("", "utf-8")
    (root / "train" / "attributions" / "y_bare_0a1b.ann").write_text("", "utf-8")
    (root / "train" / "silver" / "x_story.tsv").write_text(SILVER, "utf-8")
    tally = Tally()
    (record,) = polnear.documents(root, "train", tally)
    assert record.page.text == POLNEAR
    assert record.attributions is not None
    (link,) = record.attributions
    assert words(record.page, link.source) == ["Senator Ada Moor"]
    assert words(record.page, link.content) == ["Republicans don’t like it"]
    assert named(record) == [("Ada Moor", "person"), ("Republicans", "group")]
    assert record.upos == ["PROPN", "PROPN", "PROPN", "VERB", "PROPN", None, "VERB", "PRON", "PUNCT"]
    assert tally.counts["attributions without cue or content"] == 1


@pytest.mark.parametrize(
    ("word", "tag", "before", "after", "expected"),
    [
        ("to", "TO", "VBD", "VB", "PART"),
        ("to", "TO", "VBD", "DT", "ADP"),
        ("after", "IN", "VBD", "DT", None),
        ("because", "IN", "NN", "PRP", "SCONJ"),
        ("of", "IN", "NN", "VBG", None),
        ("has", "VBZ", "NN", "VBN", None),
        ("is", "VBZ", "EX", "DT", None),
        ("is", "VBZ", "NN", "DT", "AUX"),
        ("that", "DT", "VBD", "NN", None),
        ("not", "RB", "MD", "VB", "PART"),
    ],
)
def test_penn_tags_become_universal_where_they_can_tell(
    word: str, tag: str, before: str, after: str, expected: str | None
) -> None:
    assert universal(word, tag, before, after) == expected


# ---- CoNLL-U


def conllu(rows: list[tuple[str, str, str, int, str, str]]) -> list[str]:
    """Lines of id, form, tag, head, relation and last column."""
    return [
        f"{i}\t{form}\t{form.lower()}\t{upos}\t_\t_\t{head}\t{rel}\t_\t{misc}"
        for i, form, upos, head, rel, misc in rows
    ]


SENTENCE = [
    "# newdoc id = d1",
    "# sent_id = d1-1",
    "# newpar",
    *conllu([("1", "They", "PRON", 4, "nsubj", "_")]),
    "2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_",
    *conllu(
        [
            ("2", "do", "AUX", 4, "aux", "_"),
            ("3", "n't", "PART", 4, "advmod", "_"),
            ("4", "visit", "VERB", 0, "root", "_"),
            ("5", "a/b", "NOUN", 4, "obj", "SpaceAfter=No"),
            ("6", ".", "PUNCT", 4, "punct", "_"),
        ]
    ),
    "",
    "# sent_id = d1-2",
    *conllu([("1", "Go", "VERB", 0, "root", "SpaceAfter=No"), ("2", "!", "PUNCT", 1, "punct", "_")]),
    "",
    "# sent_id = d1-3",
    "# newpar",
    *conllu([("1", "End", "NOUN", 0, "root", "_")]),
    "",
]


def test_conllu_gives_the_raw_text_and_syntax_over_the_words_of_the_page() -> None:
    (chunk,) = chunks(sentences(SENTENCE))
    assert chunk.text == "They don't visit a/b. Go!\nEnd"
    tally = Tally()
    record = ewt.record(chunk, {"d1-1": [(4, "visit", -1.5)]}, None, tally)
    assert record.page.words == ["They", "don't", "visit", "a", "/", "b", ".", "Go", "!", "End"]
    assert record.heads == [2, 2, -1, 2, 3, 3, 2, -1, 7, -1]
    assert record.deprels is not None
    assert record.deprels[:6] == ["nsubj", "aux", "root", "obj", "goeswith", "goeswith"]
    assert record.upos is not None
    assert record.upos[1] == "AUX"
    assert record.upos[3:6] == ["NOUN"] * 3
    assert record.fact == [None, None, -1.5, *[None] * 7]
    assert tally.counts["one to one"] == 6


def test_chunks_stay_within_a_document_and_near_their_length() -> None:
    assert [chunk.text for chunk in chunks(sentences(SENTENCE), longest=8)] == ["They don't visit a/b. Go!", "End"]
    two = [*SENTENCE, "# newdoc id = d2", "# sent_id = d2-1", *conllu([("1", "Hi", "INTJ", 0, "root", "_")]), ""]
    assert [chunk.text for chunk in chunks(sentences(two))][1:] == ["Hi"]


def test_a_line_without_ten_columns_is_refused() -> None:
    with pytest.raises(ValueError, match="columns"):
        list(sentences(["1\tHi\thi"]))


@given(st.lists(st.integers(0, 100), min_size=1, max_size=12), st.lists(st.booleans(), min_size=12, max_size=12))
def test_the_heads_of_the_words_are_a_tree_however_tokens_and_words_differ(
    seeds: list[int], spaces: list[bool]
) -> None:
    # token n hangs on an earlier token or is the root, so the tokens are a tree; glued tokens share words
    rows = [
        (str(n + 1), "ab", "X", 0 if n == 0 else 1 + seed % n, "dep", "_" if spaces[n] else "SpaceAfter=No")
        for n, seed in enumerate(seeds)
    ]
    (chunk,) = chunks(sentences(["# newdoc id = d", *conllu(rows), ""]))
    record = ewt.record(chunk, {}, None, Tally())
    assert record.heads is not None
    assert -2 not in record.heads
    for word in range(len(record.heads)):
        steps = 0
        while record.heads[word] >= 0:
            word, steps = record.heads[word], steps + 1
            assert steps <= len(record.heads)


def test_ewt_takes_names_by_characters_from_a_file_cut_otherwise() -> None:
    (chunk,) = chunks(sentences(["# sent_id = s1", *conllu([("1", "Oru-Tal", "PROPN", 0, "root", "_")]), ""]))
    lines = ["# sent_id = s1", "1\tOru\tB-LOC\t-\t-", "2\t-\tI-LOC\t-\t-", "3\tTal\tI-LOC\t-\t-", ""]
    tagged = {sentence.id: sentence for sentence in bio.read_iob2(lines)}
    assert named(ewt.record(chunk, {}, tagged, Tally())) == [("Oru-Tal", "place")]


def test_factuality_is_the_mean_of_the_kept_judgements() -> None:
    row = {
        "Sentence.ID": "en-ud-train.conllu 7",
        "Pred.Token": "4",
        "Pred.Lemma": "visit",
        "Is.Predicate": "True",
        "Is.Understandable": "True",
        "Keep": "True",
    }
    rows = [
        {**row, "Happened": "true", "Confidence": "4"},
        {**row, "Happened": "false", "Confidence": "2"},
        {**row, "Happened": "false", "Confidence": "4", "Keep": "False"},
        {**row, "Happened": "nan", "Confidence": "nan"},
    ]
    assert factuality.judged(rows, {"ewt-train-7": "d1-1"}) == {"d1-1": [(4, "visit", 0.75)]}


def test_a_predicate_is_found_by_its_lemma_near_its_place_or_counted_as_lost() -> None:
    sentence = next(sentences(SENTENCE))
    tally = Tally()
    assert factuality.placed(sentence, [(6, "visit", 3.0), (2, "sleep", 1.0)], tally) == {3: 3.0}
    assert tally.counts == {"factualities": 1, "factualities moved": 1, "factualities lost": 1}


# ---- GUM

GUM = [
    "# newdoc id = GUM_news_x",
    "# sent_id = x-1",
    *conllu(
        [
            ("1", "President", "PROPN", 3, "nmod:desc", "Entity=(1-person-new-n-cf1-1-coref-Ada_Moor"),
            ("2", "Ada", "PROPN", 3, "compound", "_"),
            ("3", "Moor", "PROPN", 4, "nsubj", "Entity=1)"),
            ("4", "met", "VERB", 0, "root", "_"),
            ("5", "the", "DET", 7, "det", "Entity=(2-organization-new-n-cf1-1-coref-Bank_of_Oru"),
            ("6", "famous", "ADJ", 7, "amod", "_"),
            ("7", "Bank", "PROPN", 4, "obj", "_"),
            ("8", "of", "ADP", 9, "case", "_"),
            ("9", "Oru", "PROPN", 7, "nmod", "Entity=(3-place-new-n-cf1-1-coref-Oru)2)"),
            ("10", "and", "CCONJ", 13, "cc", "_"),
            ("11", "the", "DET", 13, "det", "Entity=(4-person-new-n-cf1-1-coref"),
            ("12", "Kurdish", "ADJ", 13, "amod", "_"),
            ("13", "guests", "NOUN", 7, "conj", "Entity=4)"),
        ]
    ),
    "",
]


def test_gum_names_are_proper_without_titles_and_descriptions() -> None:
    lines = [line.replace("PROPN\t_", "PROPN\tNNP") for line in GUM]
    (chunk,) = chunks(sentences(lines))
    record = gum.record(chunk, GROUPS, Tally())
    assert named(record) == [("Ada Moor", "person"), ("Bank of Oru", "organization"), ("Kurdish", "group")]
    assert record.deprels is not None
    assert record.deprels[0] == "nmod"


def test_gum_reads_its_splits_and_the_licence_by_address() -> None:
    text = "## dev\n\n  * GUM_news_a\n\n## train\n\n  * GUM_news_b\n  * GUM_bio_c\n"
    assert gum.split_of(text, "train") == ["GUM_news_b", "GUM_bio_c"]
    assert gum.split_of(text, "dev") == ["GUM_news_a"]
    assert gum.allowed(["# meta::sourceURL = https://openstax.org/x"], "textbook")
    assert not gum.allowed(["# meta::sourceURL = https://example.org/x"], "textbook")
    assert gum.allowed(["# meta::sourceURL = https://example.org/x"], "news")


# ---- BIO files


def test_running_text_is_put_together_from_tokens() -> None:
    forms = ["“", "Come", ",", "”", "she", "did", "n't", "say", "(", "twice", ")", ".", "@", "ada", '"', "No", '"', "!"]
    text, places = bio.written(forms)
    assert text == '“Come,” she didn\'t say (twice). @ada "No"!'
    assert [text[a:b] for a, b in places] == forms


def test_bio_spans_begin_at_b_at_another_type_and_at_a_stray_i() -> None:
    assert list(bio.spans(["B-A", "I-A", "B-A", "I-B", "O", "I-A"])) == [
        (0, 2, "A"),
        (2, 3, "A"),
        (3, 4, "B"),
        (5, 6, "A"),
    ]


def test_tweets_share_a_line_and_lose_the_sign_before_a_name(tmp_path: Path) -> None:
    (tmp_path / "wnut17").mkdir()
    (tmp_path / "wnut17" / "emerging.dev.conll").write_text(
        "Hi\tO\n@\tB-person\nada\tI-person\n\nThe\tO\nSwedish\tB-location\nTin\tB-corporation\nCo.\tI-corporation\n",
        "utf-8",
    )
    (record,) = tweets.wnut17(tmp_path, "dev", Tally())
    assert record.page.text == "Hi @ada\nThe Swedish Tin Co."
    assert ("ada", "person") in named(record)
    assert record.names is not None
    assert record.names[-1][2] == "organization"


def test_btc_leaves_the_test_alone_and_halves_section_h(tmp_path: Path) -> None:
    (tmp_path / "btc").mkdir()
    for section in "abefg":
        (tmp_path / "btc" / f"{section}.conll").write_text(f"{section}{section}\tO\n", "utf-8")
    (tmp_path / "btc" / "h.conll").write_text("one\tO\n\ntwo\tO\n", "utf-8")
    assert [record.page.text for record in tweets.btc(tmp_path, "dev", Tally())] == ["two"]
    train = " ".join(record.page.text for record in tweets.btc(tmp_path, "train", Tally())).split()
    assert sorted(train) == ["aa", "bb", "ee", "gg", "one"]


def test_conllpp_keeps_of_misc_what_names_a_group(tmp_path: Path) -> None:
    (tmp_path / "conllpp" / "data").mkdir(parents=True)
    lines = ["-DOCSTART- -X- -X- O", "", "Kurdish NNP B B-MISC", "Cup NNP B B-MISC", "Oru NNP B B-LOC", "", ""]
    (tmp_path / "conllpp" / "data" / "conllpp_dev.txt").write_text("\n".join(lines), "utf-8")
    (record,) = conllpp.documents(tmp_path, Tally())
    assert named(record) == [("Kurdish", "group"), ("Oru", "place")]


def test_groups_know_plurals_and_demonyms_and_reclaim_places() -> None:
    assert is_group("Republicans", GROUPS)
    assert is_group("Frenchmen", GROUPS)
    assert not is_group("table", GROUPS)
    page = Page("A Kurdish poet met Swedish friends in Oru.")
    found = with_groups(page, [(4, 5, "place"), (7, 8, "place")], GROUPS | {"swedish"})
    assert found == ((1, 2, "group"), (4, 5, "group"), (7, 8, "place"))


# ---- LitBank and re3d


def test_litbank_takes_proper_mentions_outermost_and_trimmed() -> None:
    text = "Old Mr. Pell , a clerk of Oru , sighed .\nThe clerk 's house stood in Oru .\n"
    ann = "T1\tPROP_PER 4 24\tMr. Pell , a clerk\nT2\tPROP_GPE 27 30\tOru\nT3\tNOM_PER 16 24\ta clerk\n"
    (record,) = litbank.passages("pell", text, litbank.marked(ann), GROUPS, Tally())
    assert record.page.text == "Old Mr. Pell, a clerk of Oru, sighed. The clerk's house stood in Oru."
    assert named(record) == [("Pell", "person"), ("Oru", "place")]


def test_re3d_leaves_pronouns_common_nouns_and_doubtful_mentions_out() -> None:
    text = "Refugees left Oru. We saw refugees. The Free Army fled; President Moor stayed."

    def entity(value: str, kind: str, confidence: float = 1.0) -> dict[str, object]:
        begin = text.index(value)
        return {"begin": begin, "end": begin + len(value), "type": kind, "value": value, "confidence": confidence}

    entities = [
        entity("Refugees", "Organisation"),
        entity("We", "Organisation"),
        entity("Oru", "Location"),
        entity("The Free Army", "Organisation"),
        entity("President Moor", "Person"),
        entity("Moor", "Location", 0.1),
    ]
    record = re3d.record("d", text, entities, GROUPS, Tally())
    assert named(record) == [("Oru", "place"), ("Free Army", "organization"), ("Moor", "person")]


# ---- our own marked texts


def test_marks_nest_carry_several_labels_and_name_parents() -> None:
    lines = [
        "[s1 The Herald] [q1 said] on [t1 Monday] [c1 that [s2 the minister] [q2 told] [d2 guests] [c2 all was well]].",
        "[c3+c4 “Rain,”] [s3 she] [q3 said], [q4<3 citing] [s4 a report] in [v4 the gazette]. [c3 “More rain.”]",
    ]
    record = marked.record("p", lines, "x.txt:1")
    page = record.page
    assert page.text.splitlines()[0] == "The Herald said on Monday that the minister told guests all was well."
    assert record.layers
    assert record.attributions is not None
    one, two, three, four = record.attributions
    assert (one.parent, two.parent, three.parent, four.parent) == (None, "a1", None, "a3")
    assert words(page, one.content) == ["that the minister told guests all was well"]
    assert words(page, one.time) == ["Monday"]
    assert words(page, two.addressee) == ["guests"]
    assert words(page, three.content) == ["“ Rain , ”", "“ More rain . ”"]
    assert words(page, four.venue) == ["the gazette"]


def test_of_contents_with_one_range_the_deeper_is_the_parent() -> None:
    lines = ["[c1+c2 “[s3 She] [q3 said] [c3 no]”], [s1 the Herald] [q1 said], [q2<1 quoting] [s2 an aide]."]
    record = marked.record("p", lines, "x.txt:1")
    assert record.attributions is not None
    assert record.attributions[2].parent == "a2"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("[s1 She] [q1 said [c1 so].", "never closed"),
        ("[s1 She] [q1 said]] [c1 so].", "never opened"),
        ("[x1 She] [q1 said] [c1 so].", "no such mark"),
        ("[s1 She] [c1 so].", "no cue"),
        ("[q1 said] so.", "neither source nor content"),
        ("[s1 Sh]e [q1 said] [c1 so].", "within a word"),
        ("[s1 ] [q1 said] [c1 so].", "empty"),
        ("[s1 She] [q1<2 said] [c1 so].", "does not exist"),
        ("[s1<2 She] [q1 said] [c1 so]. [s2 He] [q2 did].", "only a cue"),
        ("[c1 [q2 said]] [c2 [q1 said]]", "hold each other"),
        ("[s1 She] [q1<2 said] [c1 so]. [s2 He] [q2<1 did].", "hold each other"),
    ],
)
def test_a_malformed_passage_is_an_error_that_names_its_place(line: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_text(f"# comment\nAll quiet.\n\n{line}\n", "utf-8")
    with pytest.raises(marked.MarkedError, match=message) as caught:
        list(marked.documents(tmp_path, "train", Tally()))
    assert "bad.txt:4" in str(caught.value)


def test_a_mark_does_not_run_over_the_end_of_a_line() -> None:
    with pytest.raises(marked.MarkedError, match="end of the line"):
        marked.record("p", ["[s1 She] [q1 said] [c1 so", "and so]."], "x.txt:1")


def test_every_tenth_passage_is_dev(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("\n\n".join(f"Number {n}." for n in range(1, 22)), "utf-8")
    assert [record.page.text for record in marked.documents(tmp_path, "dev", Tally())] == ["Number 10.", "Number 20."]
    train = list(marked.documents(tmp_path, "train", Tally()))
    assert len(train) == 19
    assert all(record.attributions == () and record.layers for record in train)


def test_the_projects_own_texts_are_well_formed() -> None:
    texts = Path(__file__).resolve().parents[2] / "training" / "texts"
    if not list(texts.glob("*.txt")):
        pytest.skip("no annotated texts yet")
    assert list(marked.documents(texts, "dev", Tally()))


# ---- the manifest


def test_the_check_tells_what_changed_and_what_is_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "one.txt").write_text("one", "utf-8")
    number, sha = manifest.digest(tmp_path, ["*.txt", "one.*"])
    assert number == 1
    body = 'origin = "o"\nlicence = "l"\nuse = "train"\nsplit = "none"\n'
    path = tmp_path / "M.toml"
    path.write_text(
        f'[[set]]\nname = "a"\n{body}files = ["*.txt"]\nsha256 = "{sha}"\n'
        f'[[set]]\nname = "b"\n{body}files = ["*.csv"]\nsha256 = "{sha}"\n',
        "utf-8",
    )
    assert [finding.state for finding in manifest.check(tmp_path, path)] == ["ok", "missing"]
    (tmp_path / "one.txt").write_text("two", "utf-8")
    assert next(manifest.check(tmp_path, path)).state == "changed"
    path.write_text(path.read_text("utf-8").replace('use = "train"', 'use = "sell"'), "utf-8")
    with pytest.raises(ValueError, match="no such use"):
        manifest.read(path)


def test_the_manifest_of_the_project_is_complete() -> None:
    sets = {one["name"]: one for one in manifest.read()}
    assert {"polnear", "own", "ewt", "gum", "litbank", "btc", "wnut17"} <= {
        n for n, s in sets.items() if s["use"] == "train"
    }
    assert {sets["conllpp"]["use"], sets["re3d"]["use"]} == {"measure only"}
    assert all(len(one["sha256"]) == 64 for one in sets.values())


def test_the_command_writes_only_the_files_asked_for(tmp_path: Path) -> None:
    (tmp_path / "wnut17").mkdir(parents=True)
    nlp = tmp_path / "nlp" / "wnut17"
    nlp.mkdir(parents=True)
    (nlp / "emerging.dev.conll").write_text("Hi\tO\n", "utf-8")
    assert main(["--data", str(tmp_path), "--out", str(tmp_path / "out"), "wnut17.dev"]) == 0
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["wnut17.dev.jsonl"]

"""A folder of reports is read whole: what cannot be read is said and the rest opens."""

import os
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reports import LEAD

from mali_reader.corpus import contents, reader
from mali_reader.corpus.contents import UnreadableDocumentError
from mali_reader.corpus.reader import growing_corpus, read_corpus, read_document
from mali_reader.errors import CancelledError, MaliReaderError


def write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def ids(folder: Path) -> list[str]:
    return [document.id for document in read_corpus(folder).documents]


def problems(folder: Path) -> dict[str, str]:
    return {problem.path: problem.message for problem in read_corpus(folder).problems}


def test_documents_of_all_endings_and_folders_in_the_order_of_their_ids(tmp_path: Path) -> None:
    write(tmp_path, b_txt=LEAD, a_md=LEAD, sub__c_TEXT=LEAD, sub__deep__d_Markdown=LEAD, B2_txt=LEAD)
    write(tmp_path, image_png="no", notes="no", sub__table_csv="no")
    corpus = read_corpus(tmp_path)
    assert [document.id for document in corpus] == ["B2", "a", "b", "sub/c", "sub/deep/d"]
    assert [document.path for document in corpus][-1] == "sub/deep/d.Markdown"
    assert corpus.problems == ()


def test_reports_in_a_form_that_is_not_read_are_told(tmp_path: Path) -> None:
    write(tmp_path, a_txt=LEAD, page_html="no", sub__scan_PDF="no")
    assert ids(tmp_path) == ["a"]
    told = problems(tmp_path)
    assert set(told) == {"page.html", "sub/scan.PDF"}
    assert all("plain text" in message for message in told.values())


def test_only_the_last_ending_is_left_out(tmp_path: Path) -> None:
    write(tmp_path, report_v2_txt=LEAD)
    assert ids(tmp_path) == ["report.v2"]


def test_an_empty_folder_is_an_empty_corpus(tmp_path: Path) -> None:
    assert len(read_corpus(tmp_path)) == 0


def test_hidden_and_excluded_files_are_passed_over(tmp_path: Path) -> None:
    write(tmp_path, a_txt=LEAD, _hidden_txt=LEAD, _git__b_txt=LEAD, annotations__c_txt=LEAD, sub__d_txt=LEAD)
    corpus = read_corpus(tmp_path, exclude=(tmp_path / "annotations", tmp_path / "sub" / "d.txt"))
    assert [document.id for document in corpus] == ["a"]


def test_files_of_one_name_keep_their_ending_but_the_first(tmp_path: Path) -> None:
    write(tmp_path, report_md=LEAD, report_txt=LEAD, report_txt_md=LEAD)
    corpus = read_corpus(tmp_path)
    assert {document.path: document.id for document in corpus} == {
        "report.md": "report",
        "report.txt": "report.txt",
        "report.txt.md": "report.txt.md",
    }
    assert [bool(document.warnings) for document in corpus] == [False, True, True]


@given(
    st.lists(st.sampled_from(["a", "b", "a.txt", "a.md", "b.txt.txt", "\udcff", "\udcfe", "�"]), unique=True), st.data()
)
def test_ids_are_unique(stems: list[str], data: st.DataObject) -> None:
    files = sorted({stem + data.draw(st.sampled_from([".txt", ".md"])) for stem in stems})
    given_ids = [document_id for _name, document_id, _warnings in reader._named(files)]
    assert len(set(given_ids)) == len(files)


def test_what_cannot_be_read_is_said_with_its_mend(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contents, "LARGEST", 2_000_000)
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "blank.txt").write_bytes(b"\xef\xbb\xbf \n\t\n")
    (tmp_path / "binary.txt").write_bytes(b"\x00\x01\x02")
    (tmp_path / "huge.txt").write_bytes(b"a" * 2_000_001)
    (tmp_path / "lines.txt").write_bytes(b"a\n" * (contents.MOST_LINES + 1))
    write(tmp_path, good_txt=LEAD)
    found = problems(tmp_path)
    assert set(found) == {"empty.txt", "blank.txt", "binary.txt", "huge.txt", "lines.txt"}
    for message in found.values():
        assert re.fullmatch(r"[^\n]+\. [A-Z][^\n]+\.", message)
    assert ids(tmp_path) == ["good"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_pipes_are_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert "no ordinary file" in problems(tmp_path)["pipe.txt"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read(tmp_path: Path) -> None:
    write(tmp_path, secret_txt=LEAD, closed__a_txt=LEAD, good_txt=LEAD)
    (tmp_path / "secret.txt").chmod(0)
    (tmp_path / "closed").chmod(0)
    try:
        assert set(problems(tmp_path)) == {"secret.txt", "closed"}
        with pytest.raises(MaliReaderError):
            read_corpus(tmp_path / "closed")
    finally:
        (tmp_path / "closed").chmod(0o700)


def test_a_folder_that_is_none_is_said_in_one_line(tmp_path: Path) -> None:
    write(tmp_path, a_txt=LEAD)
    for folder in (tmp_path / "no\nwhere", tmp_path / "a.txt", tmp_path / "a.txt" / "b", Path("bad\0name")):
        with pytest.raises(MaliReaderError) as error:
            read_corpus(folder)
        assert "\n" not in str(error.value)
        assert folder.name.replace("\n", " ").replace("\0", "␀") in str(error.value)


def test_links_are_kept_inside_the_corpus(tmp_path: Path) -> None:
    outside, corpus = tmp_path / "outside", tmp_path / "corpus"
    write(outside, secret_txt=LEAD)
    write(corpus, sub__a_txt=LEAD)
    (corpus / "out.txt").symlink_to(outside / "secret.txt")
    (corpus / "outfolder").symlink_to(outside)
    (corpus / "broken.txt").symlink_to(corpus / "nothing")
    (corpus / "self.txt").symlink_to(corpus / "self.txt")
    (corpus / "loop").symlink_to(corpus)
    (corpus / "sub" / "up").symlink_to("..")
    (corpus / "inside.txt").symlink_to(corpus / "sub" / "a.txt")
    assert ids(corpus) == ["inside", "sub/a"]
    assert set(problems(corpus)) == {"out.txt", "outfolder", "broken.txt", "self.txt"}


def test_the_corpus_itself_may_be_a_link(tmp_path: Path) -> None:
    write(tmp_path, real__a_txt=LEAD)
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert ids(tmp_path / "link") == ["a"]


def test_links_do_not_lead_around_what_is_excluded(tmp_path: Path) -> None:
    write(tmp_path, annotations__a_txt=LEAD)
    (tmp_path / "b.txt").symlink_to(tmp_path / "annotations" / "a.txt")
    assert len(read_corpus(tmp_path, exclude=(tmp_path / "annotations",))) == 0


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="this system allows no such names")
def test_hostile_file_names(tmp_path: Path) -> None:
    for name in (
        b"new\nline.txt",
        b"\x1b[31mred.txt",
        b"bad\xff.txt",
        b"bad\xfe.txt",
        b"empty\xff.md",
        b" .txt",
        b"-rf.txt",
    ):
        Path(os.fsdecode(os.path.join(os.fsencode(tmp_path), name))).write_text("" if b"empty" in name else LEAD)  # noqa: PTH118
    corpus = read_corpus(tmp_path)
    assert sorted(document.id for document in corpus) == sorted(
        ["new\nline", "\x1b[31mred", "bad�", "bad�.txt", " ", "-rf"]
    )
    assert [problem.path for problem in corpus.problems] == ["empty�.md"]
    for document in corpus:
        assert document.path.encode("utf-8")
        assert all("\n" not in warning and "\x1b" not in warning for warning in document.warnings)


def test_progress_is_told_and_may_stop_the_work(tmp_path: Path) -> None:
    write(tmp_path, a_txt=LEAD, b_txt=LEAD)
    told: list[tuple[int, int]] = []
    read_corpus(tmp_path, progress=lambda _what, done, total: told.append((done, total)))
    assert told == [(0, 2), (1, 2), (2, 2)]

    def stop(_what: str, _done: int, _total: int) -> None:
        raise CancelledError

    with pytest.raises(CancelledError):
        read_corpus(tmp_path, progress=stop)


def test_one_file_alone(tmp_path: Path) -> None:
    write(tmp_path, a_md="# A title\n\n> quoted\n")
    document = read_document(tmp_path / "a.md", id="x", relative="a.md")
    assert (document.id, document.path, document.title) == ("x", "a.md", "A title")
    assert [document.slice(block) for block in document.blocks] == ["A title", "quoted"]
    with pytest.raises(UnreadableDocumentError, match=r"^b\.md: "):
        read_document(tmp_path / "b.md", id="x", relative="b.md")


def test_nothing_heavy_is_loaded_before_a_document_needs_it() -> None:
    heavy = "nupunkt", "yaml", "charset_normalizer", "numpy", "textual"
    code = f"import sys, mali_reader.corpus.reader; print([name for name in {heavy} if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_what_is_read_so_far_grows_to_what_is_read_at_once(tmp_path: Path) -> None:
    for number in range(300):
        (tmp_path / f"{number:03}.txt").write_text(f"{LEAD}\n\n{number}" if number % 7 else "", "utf-8")
    *some, whole = growing_corpus(tmp_path)
    assert whole == read_corpus(tmp_path)
    assert len(some) > 1
    for before, after in pairwise([*some, whole]):
        assert after.documents[: len(before)] == before.documents
        assert before.awaited > after.awaited
    for corpus in some:
        assert len(corpus) < len(whole)
        assert len(corpus) + len(corpus.problems) + corpus.awaited == 300

"""Two reports on one event overlap as well in any language as in English. None of them names its language."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from mali_reader.corpus.language import language_of
from mali_reader.corpus.model import Corpus, Document
from mali_reader.corpus.reader import read_corpus
from mali_reader.overlap.engine import find_overlaps

from .reports import document

SAME = [
    "The harbour bridge was closed to all traffic on Monday after engineers discovered cracks in two steel cables.",
    "The mayor asked commuters to take the ferry until the repairs are completed in six weeks.",
    "The opposition demanded an inquiry into the maintenance budget, which was cut by half three years ago.",
]
AGAIN = [
    "Cracks in two steel cables, discovered by engineers, led on Monday to the closure of the harbour bridge to"
    " traffic.",
    "Until the repairs are completed, in six weeks, commuters should take the ferry, the mayor said.",
    "Three years ago the budget for maintenance was cut by half, and the opposition demands an inquiry into that.",
]
OTHER = ["The schools of the island will open one hour later.", "Fishermen had heard strange noises during the storms."]

REPORTS: dict[str, tuple[list[str], list[str], list[str]]] = {
    "en": (SAME, AGAIN, OTHER),
    "fr": (
        [
            "Le pont du port a été fermé lundi à toute circulation après que des ingénieurs ont découvert des fissures"
            " dans deux câbles d’acier.",
            "Le maire a demandé aux usagers de prendre le ferry jusqu’à ce que les réparations soient achevées, dans"
            " six"
            " semaines.",
            "L’opposition a exigé une enquête sur le budget d’entretien, qui a été réduit de moitié il y a trois ans.",
        ],
        [
            "Des fissures dans deux câbles en acier, découvertes par des ingénieurs, ont conduit lundi à la"
            " fermeture du"
            " pont du port à la circulation.",
            "Jusqu’à l’achèvement des réparations, dans six semaines, les usagers devront prendre le ferry, a dit le"
            " maire.",
            "Il y a trois ans, le budget de l’entretien a été réduit de moitié, et l’opposition exige une enquête à ce"
            " sujet.",
        ],
        [
            "Les écoles de l’île ouvriront une heure plus tard.",
            "Des pêcheurs avaient entendu des bruits étranges pendant les tempêtes.",
        ],
    ),
    "es": (
        [
            "El puente del puerto fue cerrado el lunes a todo el tráfico después de que los ingenieros descubrieran"
            " grietas en dos cables de acero.",
            "El alcalde pidió a los viajeros que tomen el ferry hasta que las reparaciones terminen dentro de seis"
            " semanas.",
            "La oposición exigió una investigación sobre el presupuesto de mantenimiento, que fue reducido a la mitad"
            " hace tres años.",
        ],
        [
            "Las grietas en dos cables de acero, descubiertas por los ingenieros, llevaron el lunes al cierre del"
            " puente"
            " del puerto al tráfico.",
            "Hasta que terminen las reparaciones, dentro de seis semanas, los viajeros deben tomar el ferry, dijo el"
            " alcalde.",
            "Hace tres años el presupuesto para mantenimiento fue reducido a la mitad, y la oposición exige una"
            " investigación sobre ello.",
        ],
        [
            "Las escuelas de la isla abrirán una hora más tarde.",
            "Los pescadores habían oído ruidos extraños durante las tormentas.",
        ],
    ),
    "de": (
        [
            "Die Hafenbrücke wurde am Montag für den Verkehr gesperrt, nachdem Ingenieure Risse in zwei Stahlseilen"
            " entdeckt hatten.",
            "Der Bürgermeister bat die Pendler, die Fähre zu nehmen, bis die Reparaturen in sechs Wochen abgeschlossen"
            " sind.",
            "Die Opposition forderte eine Untersuchung des Haushalts für den Unterhalt, der vor drei Jahren um die"
            " Hälfte gekürzt worden war.",
        ],
        [
            "Risse in zwei Stahlseilen, die von Ingenieuren entdeckt wurden, führten am Montag zur Sperrung der"
            " Hafenbrücke für den Verkehr.",
            "Bis die Reparaturen in sechs Wochen abgeschlossen sind, sollen die Pendler die Fähre nehmen, sagte der"
            " Bürgermeister.",
            "Vor drei Jahren wurde der Haushalt für den Unterhalt um die Hälfte gekürzt, und die Opposition fordert"
            " dazu eine Untersuchung.",
        ],
        [
            "Die Schulen der Insel öffnen eine Stunde später.",
            "Fischer hatten während der Stürme seltsame Geräusche gehört.",
        ],
    ),
    "ar": (
        [
            "أغلق جسر الميناء يوم الاثنين أمام حركة المرور بعد أن اكتشف المهندسون شقوقا في كابلين من الفولاذ.",
            "طلب رئيس البلدية من الركاب استخدام العبارة إلى أن تكتمل الإصلاحات بعد ستة أسابيع.",
            "طالبت المعارضة بتحقيق في ميزانية الصيانة التي خفضت إلى النصف قبل ثلاث سنوات.",
        ],
        [
            "شقوق في كابلين من الفولاذ اكتشفها المهندسون أدت يوم الاثنين إلى إغلاق جسر الميناء أمام حركة المرور.",
            "إلى أن تكتمل الإصلاحات بعد ستة أسابيع على الركاب استخدام العبارة كما قال رئيس البلدية.",
            "قبل ثلاث سنوات خفضت ميزانية الصيانة إلى النصف، والمعارضة تطالب بتحقيق في ذلك.",
        ],
        ["ستفتح مدارس الجزيرة متأخرة ساعة واحدة.", "كان صيادون قد سمعوا أصواتا غريبة خلال العواصف."],
    ),
    "ru": (
        [
            "Мост в гавани закрыли в понедельник для движения после того, как инженеры обнаружили трещины в двух"
            " стальных тросах.",
            "Мэр попросил пассажиров пользоваться паромом до тех пор, пока ремонт не завершится через шесть недель.",
            "Оппозиция потребовала расследования бюджета на содержание, который три года назад сократили вдвое.",
        ],
        [
            "Трещины в двух стальных тросах, обнаруженные инженерами, привели в понедельник к закрытию моста в гавани"
            " для движения.",
            "Пока ремонт не завершится через шесть недель, пассажирам следует пользоваться паромом, сказал мэр.",
            "Три года назад бюджет на содержание сократили вдвое, и оппозиция требует расследования.",
        ],
        ["Школы на острове откроются на час позже.", "Рыбаки слышали странные звуки во время штормов."],
    ),
    "zh": (
        [
            "工程师在两根钢缆上发现裂缝后，港口大桥周一对所有车辆关闭。",
            "市长要求通勤者乘坐渡轮，直到六周后维修完成。",
            "反对派要求调查三年前被削减一半的维护预算。",
        ],
        [
            "由于工程师发现两根钢缆上有裂缝，港口大桥周一对车辆关闭。",
            "市长说，在六周后维修完成之前，通勤者应乘坐渡轮。",
            "三年前维护预算被削减一半，反对派要求对此进行调查。",
        ],
        ["岛上的学校将推迟一小时开门。", "渔民在暴风雨中听到了奇怪的声音。"],
    ),
    "ja": (
        [
            "技術者が二本の鋼鉄ケーブルに亀裂を発見したため、港の橋は月曜日に全面通行止めとなった。",
            "市長は六週間後に修理が完了するまでフェリーを利用するよう通勤者に求めた。",
            "野党は三年前に半分に削減された維持費の予算について調査を要求した。",
        ],
        [
            "港の橋は月曜日に通行止めとなった。二本の鋼鉄ケーブルに技術者が亀裂を発見したためである。",
            "六週間後に修理が完了するまで、通勤者はフェリーを利用してほしいと市長は述べた。",
            "維持費の予算は三年前に半分に削減されており、野党は調査を要求している。",
        ],
        ["島の学校は一時間遅れて始まる。", "漁師たちは嵐の間に奇妙な音を聞いていた。"],
    ),
    "th": (
        [
            "สะพานท่าเรือถูกปิดการจราจรในวันจันทร์หลังจากวิศวกรพบรอยร้าวในสายเคเบิลเหล็กสองเส้น",
            "นายกเทศมนตรีขอให้ผู้โดยสารใช้เรือข้ามฟากจนกว่าการซ่อมแซมจะแล้วเสร็จในอีกหกสัปดาห์",
            "ฝ่ายค้านเรียกร้องให้สอบสวนงบประมาณบำรุงรักษาซึ่งถูกตัดลงครึ่งหนึ่งเมื่อสามปีก่อน",
        ],
        [
            "วิศวกรพบรอยร้าวในสายเคเบิลเหล็กสองเส้น ทำให้สะพานท่าเรือถูกปิดการจราจรในวันจันทร์",
            "จนกว่าการซ่อมแซมจะแล้วเสร็จในอีกหกสัปดาห์ ผู้โดยสารควรใช้เรือข้ามฟาก นายกเทศมนตรีกล่าว",
            "เมื่อสามปีก่อนงบประมาณบำรุงรักษาถูกตัดลงครึ่งหนึ่ง ฝ่ายค้านจึงเรียกร้องให้สอบสวน",
        ],
        ["โรงเรียนบนเกาะจะเปิดช้าลงหนึ่งชั่วโมง", "ชาวประมงได้ยินเสียงแปลกระหว่างพายุ"],
    ),
}


def corpus(folder: Path, language: str) -> Corpus:
    """Two reports: the second tells the event in another order, and something of its own."""
    one, other, own = REPORTS[language]
    (folder / "one.txt").write_text("\n\n".join([own[0], *one]), "utf-8")
    (folder / "two.txt").write_text("\n\n".join([own[1], *reversed(other)]), "utf-8")
    return read_corpus(folder)


def pairs_of(documents: Sequence[Document]) -> set[tuple[int, int]]:
    """The overlaps of two documents, as the numbers of their blocks."""
    left, right = ({block.start: number for number, block in enumerate(report.blocks)} for report in documents)
    return {(left[overlap.left.start], right[overlap.right.start]) for overlap in find_overlaps(documents)}


def test_paragraphs_of_signs_without_spaces_are_compared_by_their_signs() -> None:
    """Apart from the reading of files: full stops are not written in Thai, which leaves the kinds of blocks open."""
    one, other, own = REPORTS["th"]
    documents = [document("one", *([text] for text in (own[0], *one)))]
    documents.append(document("two", *([text] for text in (own[1], *reversed(other)))))
    assert pairs_of(documents) == {(1, 3), (2, 2), (3, 1)}


@pytest.mark.parametrize("language", sorted(REPORTS.keys() - {"th"}))
def test_reports_overlap_as_well_as_in_english(language: str, tmp_path: Path) -> None:
    assert pairs_of(corpus(tmp_path, language).documents) == {(1, 3), (2, 2), (3, 1)}


@pytest.mark.parametrize("language", REPORTS)
def test_the_language_of_a_report_is_detected(language: str, tmp_path: Path) -> None:
    assert {document.language for document in corpus(tmp_path, language)} == {language}


@pytest.mark.parametrize(
    ("language", "letters"),
    {"ja": "ぁヿ", "zh": "㐀鿿", "ko": "가힣", "th": "ก๛", "el": "ͰϿἀ῾", "he": "את", "hi": "अॿ", "ta": "அௐ"}.items(),
)
def test_the_first_and_the_last_letter_of_a_script_tell_its_language(language: str, letters: str) -> None:
    assert {language_of(letter * 9) for letter in letters} == {language}


def test_front_matter_names_the_language_against_what_is_detected(tmp_path: Path) -> None:
    (tmp_path / "one.md").write_text("---\nlanguage: fr\n---\n" + "\n\n".join(SAME), "utf-8")
    assert [document.language for document in read_corpus(tmp_path)] == ["fr"]


@pytest.mark.parametrize("text", ["Velda", "48,000 6 2023", "Lorem ipsum dolor sit amet consectetur", "Ægir Þór Ðím"])
def test_where_it_does_not_show_no_language_is_named(text: str, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(text, "utf-8")
    assert [document.language for document in read_corpus(tmp_path)] == [None]

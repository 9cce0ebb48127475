"""The note on methods at the end of every report, and what it cites."""

from __future__ import annotations

NOTES: tuple[dict[str, str], ...] = (
    {
        "en": "Sizes are per 28 days where the period is known. Demand counts impressions; where "
        "there are none, searches. The two are never added together.",
        "ru": "Размеры даны за 28 дней, если период известен. Спрос считается в показах, а где их "
        "нет — в запросах; одно с другим не складывается.",
    },
    {
        "en": "In brackets after a keyword stands its demand: impressions in the span of the "
        "sizes, or searches a month; after an element, its clicks in the period of the map.",
        "ru": "В скобках после запроса — его спрос: показы за тот же срок, что и размеры, или "
        "число таких запросов за месяц; после элемента — клики по нему за период карты.",
    },
    {
        "en": "Keywords of equal normal form are in one topic. Topics are found once over all "
        "segments, so a topic means the same in each of them. Its terms are words and phrases "
        "that stand in its keywords and hardly in those of other topics.",
        "ru": "Запросы, которые различаются лишь формой слов, входят в одну тему. Темы ищутся один "
        "раз по всем сегментам, поэтому в каждом сегменте тема значит одно и то же. Слова темы — "
        "слова и сочетания, которые есть в её запросах и почти не встречаются в других темах.",
    },
    {
        "en": "Clicks are given to topics in shares: by the words on the element, then by the page "
        "it leads to, then by the page it is on. What no evidence reaches stays unattributed; "
        "nothing is lost or counted twice. Menus, footers and search boxes keep their clicks but "
        "are no evidence of attention.",
        "ru": "Клики делятся между темами: по словам на элементе, затем по странице, куда он "
        "ведёт, затем по странице, где он стоит. Клики, для которых тему не узнать, ни к какой "
        "теме не относятся; ничего не теряется и не считается дважды. Клики по меню, подвалу и "
        "строке поиска учтены, но о внимании к теме не говорят.",
    },
    {
        "en": "The expected CTR is the site's own curve of clicks by position, fitted without the "
        "topic it is compared with. “Clicks against the curve” are 100% for a typical topic; "
        "below that the topic gets fewer clicks than its positions earn. “Missed clicks” are the "
        "difference at today's positions. What every topic of the site lacks, the site's own "
        "curve cannot show.",
        "ru": "Ожидаемый CTR взят из собственной кривой сайта: как клики зависят от позиции; она "
        "построена без той темы, которую с ней сравнивают. «Клики относительно кривой» у типичной "
        "темы равны 100 %; если меньше, тема получает меньше кликов, чем обычно дают её позиции. "
        "«Недобор кликов» — эта разница на нынешних позициях. Чего не хватает всем темам сайта, "
        "его собственная кривая показать не может.",
    },
    {
        "en": "The CTR columns are plain sums over the queries of a topic. “Clicks against the "
        "curve” weigh every query by how much it can tell, so that one big query does not decide "
        "for all; the two may therefore differ. “Missed clicks” follow the weighed figure.",
        "ru": "Столбцы CTR — простые суммы по запросам темы. В «кликах относительно кривой» каждый "
        "запрос весит столько, сколько он может сказать, чтобы один крупный запрос не решал за "
        "все; поэтому эти числа могут расходиться. «Недобор кликов» следует за взвешенным числом.",
    },
    {
        "en": "“Act” is given where what was found is unlikely to be chance, at the false "
        "discovery rate below, over the topics of one segment. The list puts first what is shown, "
        "then what is likely, then preferences, then what only demand speaks for, then the "
        "undecided; inside each by the lower end of the size's interval. Where places are few, "
        "near repeats of a topic give way.",
        "ru": "«Действовать» значит, что найденное вряд ли случайно: при доле ложных открытий, "
        "указанной ниже, по всем темам сегмента сразу. Сначала идёт то, что показали данные, потом "
        "вероятное, потом советы, потом то, за что говорит лишь спрос, потом неясное; внутри "
        "группы — по нижней границе интервала размера. Если мест мало, темы, почти повторяющие "
        "друг друга, уступают место другим.",
    },
    {
        "en": "“Repair its elements” compares dead and rage clicks on a topic's elements with "
        "those on elements alike (device, page template). “Merge its pages” compares queries that "
        "several pages share with the topic's others, at their positions. Each is tested by "
        "itself. “One rank higher” is what the site's own curve would give if every query stood "
        "one rank higher: an assumption, never a verdict.",
        "ru": "«Починить элементы»: клики впустую и с досады по элементам темы сравниваются с "
        "кликами по таким же элементам (устройство, шаблон страницы). «Объединить страницы»: "
        "запросы, которые делят несколько страниц, сравниваются с остальными запросами темы на их "
        "позициях. Каждое проверяется отдельно. «На место выше» — что дала бы собственная кривая "
        "сайта, если бы каждый запрос стоял на одно место выше: это допущение, а не вывод.",
    },
    {
        "en": "The plan says what the data show, not what acting will bring.",
        "ru": "План говорит о том, что показывают данные, а не о том, что принесут изменения.",
    },
)

SOURCES: tuple[str, ...] = (
    "Benjamini, Y. & Hochberg, Y. (1995). Controlling the false discovery rate: a practical and "
    "powerful approach to multiple testing. Journal of the Royal Statistical Society B 57, "
    "289–300.",
    "Grootendorst, M. (2022). BERTopic: neural topic modeling with a class-based TF-IDF "
    "procedure. arXiv:2203.05794.",
    "Levy, O., Goldberg, Y. & Dagan, I. (2015). Improving distributional similarity with lessons "
    "learned from word embeddings. Transactions of the ACL 3, 211–225.",
    "Yin, J. & Wang, J. (2014). A Dirichlet multinomial mixture model-based approach for short "
    "text clustering. KDD 2014, 233–242.",
)


def method_notes(language: str) -> tuple[str, ...]:
    """Return the paragraphs of the note.

    Examples
    --------
    >>> method_notes("en")[-1]
    'The plan says what the data show, not what acting will bring.'
    """
    return tuple(note[language] for note in NOTES)

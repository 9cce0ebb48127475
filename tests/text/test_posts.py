from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from smo.text.posts import hashtags_in, links_in, mentions_in, post_id, words_of


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("", ()),
        ("no tag at all", ()),
        ("#Shoes and #SHOES", ("shoes",)),
        ("two, in order: #b #a", ("b", "a")),
        ("(#inside) '#quoted', #end.", ("inside", "quoted", "end")),
        ("#купитьОбувь #Ёлка", ("купитьобувь", "ёлка")),
        ("#跑步鞋 ＃マラソン大会", ("跑步鞋", "マラソン大会")),
        ("#हिन्दी", ("हिन्दी",)),
        ("#cafe\u0301 and #café", ("café",)),
        ("#İstanbul", (unicodedata.normalize("NFKC", "i\u0307stanbul"),)),
        ("＃ＷＩＤＥ", ("wide",)),
        ("#red_shoes-today", ("red_shoes",)),
        ("#love❤️ #🔥 #️⃣", ("love",)),
        ("#1 #2026 #1st #v2 #_1", ("1st", "v2")),
        ("C# F# a#b &#39; item/#3 /#part", ()),
        ("#one#two#3#four", ("one", "two", "four")),
        ("##double # alone #", ("double",)),
        ("https://a.example/#top www.b.example/#x c.example/p#frag", ()),
        ("https://a.example/x,#tag (https://a.example/#no) #yes", ("yes",)),
        ("line\n#next\ttab", ("next",)),
        ("#微博话题#", ("微博话题",)),
    ],
)
def test_hashtags(text: str, tags: tuple[str, ...]) -> None:
    assert hashtags_in(text) == tags


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("see https://a.example/x.", ("https://a.example/x",)),
        ("(https://a.example/x)", ("https://a.example/x",)),
        ("https://a.example/x_(y) and", ("https://a.example/x_(y)",)),
        ("HTTP://A.example?a=1&b=2!", ("HTTP://A.example?a=1&b=2",)),
        ("www.a.example, then b.example/c", ("www.a.example", "b.example/c")),
        ("почта.рф/путь", ("почта.рф/путь",)),
        ("「https://a.example/あ」", ("https://a.example/あ",)),
        ('<a href="https://a.example/x">', ("https://a.example/x",)),
        ("https://a.example/a…", ()),
        ("shop.example/long-na… https://b.example", ("https://b.example",)),
        ("no.link e.g. 3.5 and/or a.b", ()),
        ("@shop.example/x mail@shop.example/x", ()),
        ("https://a.example/1 https://a.example/1", ("https://a.example/1",) * 2),
    ],
)
def test_links(text: str, links: tuple[str, ...]) -> None:
    assert links_in(text) == links


@pytest.mark.parametrize(
    ("text", "accounts"),
    [
        ("@Shop, @Shop and @red.shoes.", ("Shop", "red.shoes")),
        ("a@b.example @ alone", ()),
        ("https://a.example/@name", ()),
        ("(@обувь_24)", ("обувь_24",)),
    ],
)
def test_mentions(text: str, accounts: tuple[str, ...]) -> None:
    assert mentions_in(text) == accounts


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("New #shoes in!  \n #sale https://a.example/x", "New in!"),
        ("#only #tags", ""),
        ("We are #1 &#39; C#", "We are #1 &#39; C#"),
        ("cut https://a.example/a… end", "cut end"),
        ("#a#b c", "c"),
        ("more (https://a.example/x) [#tag]", "more"),
        ("@shop stays", "@shop stays"),
    ],
)
def test_words(text: str, words: str) -> None:
    assert words_of(text) == words


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://x.com/shop/status/649000000000000001?s=20", "649000000000000001"),
        ("https://twitter.com/shop/statuses/12", "12"),
        ("https://www.linkedin.com/feed/update/urn:li:activity:7100001", "7100001"),
        ("https://www.linkedin.com/feed/update/urn%3Ali%3Ashare%3A71/", "71"),
        ("https://www.linkedin.com/posts/shop_new-activity-7100002-aB1c", "7100002"),
        ("https://www.facebook.com/shop/posts/123456", "123456"),
        ("https://www.facebook.com/shop/posts/new-shoes/pfbid02Ab", "pfbid02Ab"),
        ("https://www.facebook.com/permalink.php?story_fbid=77&id=5", "77"),
        ("https://www.facebook.com/photo/?fbid=78", "78"),
        ("https://www.facebook.com/reel/79/", "79"),
        ("https://www.facebook.com/shop/videos/80", "80"),
        ("https://www.instagram.com/p/Cx_1-aB/", "Cx_1-aB"),
        ("https://www.instagram.com/shop/reel/Cx2/", "Cx2"),
        ("https://www.instagram.com/stories/shop/3300000000000000001", "3300000000000000001"),
        ("https://www.youtube.com/watch?v=aB3_-xYz012&t=5", "aB3_-xYz012"),
        ("https://youtu.be/aB3_-xYz012", "aB3_-xYz012"),
        ("https://www.youtube.com/shorts/aB3_-xYz012", "aB3_-xYz012"),
        ("https://www.tiktok.com/@shop/video/7300000000000000001", "7300000000000000001"),
        ("https://www.pinterest.com/pin/red-shoes--99/", "99"),
        ("https://vk.com/wall-1_234", "-1_234"),
        ("https://vk.com/shop?w=wall-1_235", "-1_235"),
        ("https://shop.example/posts/5", None),
        ("", None),
    ],
)  # fmt: skip
def test_post_ids(address: str, name: str | None) -> None:
    assert post_id(address) == name


POSTS = st.text(alphabet=st.sampled_from("ab1 #＃_.,/@&:-\u0301ЁяİßſΣ鞋か…()\n℀ﬁ")) | st.text()


@given(POSTS)
@example("#ͺa #㏂ #ﷺ")
def test_hashtags_are_found_again(text: str) -> None:
    tags = hashtags_in(text)
    assert len(set(tags)) == len(tags)
    for tag in tags:
        assert hashtags_in(f"#{tag}") == (tag,)
        assert not any(letter.isspace() or letter in "#＃" for letter in tag)
    assert hashtags_in(" ".join(f"#{tag}" for tag in tags)) == tags


@given(POSTS)
def test_words_hold_no_link_and_no_repeated_space(text: str) -> None:
    words = words_of(text)
    assert words == " ".join(words.split())
    assert len(words) <= len(text)


@given(POSTS)
def test_links_and_mentions_stand_in_the_text(text: str) -> None:
    assert all(link in text for link in links_in(text))
    assert all(name in text for name in mentions_in(text))


def test_a_long_post_takes_no_long_time() -> None:
    # Quadratic work would take minutes here.
    assert len(hashtags_in("#a" * 50_000)) == 1
    assert links_in("a." * 50_000) == ()
    assert mentions_in("@a" * 50_000) == ("a",)
    assert words_of("(" * 50_000 + "https://a.example/" + ")" * 50_000).startswith("(")

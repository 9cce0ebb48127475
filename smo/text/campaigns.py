"""Campaign parameters of an address (UTM): the channel that sent a visit, and its campaign."""

from __future__ import annotations

import re
from urllib.parse import unquote_plus

NAMES = ("source", "medium", "campaign", "term", "content", "id")
CHANNELS = {
    "x": ("x", "x.com", "twitter", "twitter.com", "mobile.twitter.com", "t.co"),
    "linkedin": ("linkedin", "linkedin.com", "lnkd.in", "li"),
    "facebook": ("facebook", "facebook.com", "m.facebook.com", "l.facebook.com",
                 "lm.facebook.com", "fb", "facebookads", "facebook_ads", "fb_ads", "fb.com"),
    "instagram": ("instagram", "instagram.com", "l.instagram.com", "ig", "insta"),
    "youtube": ("youtube", "youtube.com", "m.youtube.com", "youtu.be", "yt"),
    "tiktok": ("tiktok", "tiktok.com", "tik_tok", "tt"),
    "pinterest": ("pinterest", "pinterest.com", "pin.it"),
    "vk": ("vk", "vk.com", "m.vk.com", "vkontakte", "vk.ru", "vk_ads", "vkads"),
    "telegram": ("telegram", "telegram.org", "t.me", "tg", "telegram.me"),
    "ok": ("ok", "ok.ru", "odnoklassniki"),
    "threads": ("threads", "threads.net", "threads.com"),
    "whatsapp": ("whatsapp", "whatsapp.com", "wa.me"),
    "reddit": ("reddit", "reddit.com", "old.reddit.com"),
    "email": ("email", "e-mail", "newsletter", "mailchimp", "sendgrid", "klaviyo"),
}  # fmt: skip
_CHANNEL_OF = {source: channel for channel, sources in CHANNELS.items() for source in sources}
_MAIL = frozenset(["email", "e-mail", "e_mail", "mail", "newsletter"])
# Also after "#": some sites take their parameters from the fragment.
_PARAMETER = re.compile(r"(?<=[?&#;])utm_([a-z]+)=([^&#;]*)", re.IGNORECASE)
_WRITTEN_AND = re.compile(r"&amp;", re.IGNORECASE)
# What a tool was to fill in and did not: {keyword}, {{ad.name}}, [campaign], __NAME__, %name%.
_UNFILLED = re.compile(r"\{+.*\}+|\[.*\]|__\w+__|%\w+%|\$\w+|<.*>|\(not set\)|undefined|null|none")


def utm_parameters(address: str) -> dict[str, str]:
    """Return the campaign parameters of an address by their names without `utm_`.

    Placeholders that no tool filled in are left out, and so is a term that is a number: the id
    of an ad set or keyword, and no word. Of a parameter given twice the first counts.

    Parameters
    ----------
    address : str
        Any text; one without such parameters gives none.

    Examples
    --------
    >>> utm_parameters("https://a.example/?utm_source=fb&utm_term=%7Bkeyword%7D&utm_campaign=a+b")
    {'source': 'fb', 'campaign': 'a b'}
    >>> utm_parameters("/x?utm_term=23847000000&utm_id=17")
    {'id': '17'}
    """
    found: dict[str, str] = {}
    for name, raw in _PARAMETER.findall(_WRITTEN_AND.sub("&", address)):
        value = " ".join(unquote_plus(raw, errors="replace").split())
        key = name.casefold()
        if key in NAMES and key not in found and _is_filled(key, value):
            found[key] = value
    return found


def channel_of(address: str) -> str | None:
    """Return the channel that the campaign parameters of an address name, or None.

    A network goes by one name whatever the spelling; what came by mail is "email"; any other
    source is told in lower case.

    Examples
    --------
    >>> channel_of("/?utm_source=Facebook.com&utm_medium=cpc"), channel_of("/?utm_source=t.co")
    ('facebook', 'x')
    >>> channel_of("/?utm_source=spring&utm_medium=email"), channel_of("/?utm_source=googlelocal")
    ('email', 'googlelocal')
    """
    told = utm_parameters(address)
    source = told.get("source", "").casefold().removeprefix("www.")
    medium = told.get("medium", "").casefold()
    if source in _CHANNEL_OF:
        return _CHANNEL_OF[source]
    if medium in _MAIL:
        return "email"
    return source or medium or None


def campaign_of(address: str) -> str | None:
    """Return the campaign that the parameters of an address name, else its id, or None.

    Examples
    --------
    >>> campaign_of("/?utm_source=x&utm_campaign=Spring+sale"), campaign_of("/?utm_id=17")
    ('Spring sale', '17')
    """
    told = utm_parameters(address)
    return told.get("campaign") or told.get("id")


def _is_filled(name: str, value: str) -> bool:
    if not value or _UNFILLED.fullmatch(value.casefold()):
        return False
    return not (name == "term" and value.isdecimal())

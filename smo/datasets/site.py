"""The invented site: its name, its three parts, the words that stand on every page."""

from __future__ import annotations

from dataclasses import dataclass

HOST = "velmarok.example"
FIRST_DAY = "2026-03-01"
LAST_DAY = "2026-05-31"
PERIOD_DAYS = 92
EXPORT_DAY = "2026-06-02"


@dataclass(frozen=True, slots=True)
class Site:
    """One part of the site: where it lives, its brand searches, its furniture."""

    root: str
    language: str
    home_title: str
    brand: str
    brand_keywords: tuple[str, ...]
    menu: tuple[str, ...]
    footer: tuple[str, ...]
    search: str
    cookies: str
    banner: str
    heading: str
    info_pages: tuple[tuple[str, str], ...]


SITES = {
    "buyers": Site(
        root=f"https://{HOST}/shop/",
        language="en",
        home_title="Velmarok shop: gear for the trail",
        brand="velmarok",
        brand_keywords=(
            "velmarok", "velmarok shop", "velmarok uk", "velmarok discount code", "velmarock",
            "velmarok returns", "velmarok delivery time", "velmarok opening hours",
            "velmarok gift card", "velmarok reviews", "velmarok outlet", "velmarok contact",
        ),
        menu=("Sale", "New in", "Gift cards", "My account", "Basket"),
        footer=(
            "Delivery and returns", "Contact us", "Privacy policy", "Terms and conditions",
            "Our stores",
        ),
        search="Search",
        cookies="Accept all cookies",
        banner="Spring sale: up to 30% off",
        heading="Bestsellers this week",
        info_pages=(("delivery-and-returns", "Delivery and returns"), ("our-stores", "Our stores")),
    ),
    "readers": Site(
        root=f"https://{HOST}/magazine/",
        language="en",
        home_title="Velmarok magazine: know-how for the trail",
        brand="velmarok",
        brand_keywords=(
            "velmarok magazine", "velmarok blog", "velmarok guides", "velmarok newsletter",
            "velmarok podcast", "velmarok trail stories", "velmarock magazine", "velmarok articles",
            "velmarok gear tests", "velmarok events",
        ),
        menu=("Latest", "Stories", "Gear tests", "Newsletter", "Shop"),
        footer=("About the magazine", "Write for us", "Contact us", "Privacy policy", "Imprint"),
        search="Search the magazine",
        cookies="Accept all cookies",
        banner="Win a weekend in the hills",
        heading="Most read this month",
        info_pages=(("about-the-magazine", "About the magazine"), ("write-for-us", "Write for us")),
    ),
    "russian": Site(
        root=f"https://{HOST}/ru/",
        language="ru",
        home_title="Велмарок: снаряжение и советы для походов",
        brand="велмарок",
        brand_keywords=(
            "велмарок", "велмарок интернет магазин", "велмарок официальный сайт",
            "велмарок отзывы", "велмарок промокод", "велморок", "велмарок доставка",
            "велмарок каталог", "велмарок распродажа", "велмарок контакты",
        ),
        menu=("Акции", "Новинки", "Журнал", "Личный кабинет", "Корзина"),
        footer=(
            "Доставка и оплата", "Возврат товара", "Контакты", "Политика конфиденциальности",
            "О магазине",
        ),
        search="Поиск",
        cookies="Принять все cookie",
        banner="Весенняя распродажа: скидки до 30%",
        heading="Хиты недели",
        info_pages=(("доставка-и-оплата", "Доставка и оплата"), ("о-магазине", "О магазине")),
    ),
}  # fmt: skip

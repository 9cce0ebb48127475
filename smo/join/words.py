"""Words on the furniture of a site: search boxes, cookie banners, menus, pagers, log-ins."""

from __future__ import annotations

_PHRASES = """
    search, search site, advanced search, find, go, submit, reset, menu, main menu, open menu,
    close menu, navigation, more, less, show more, show less, load more, read more, learn more,
    view all, see all, next, next page, next slide, previous, previous page, previous slide, prev,
    back, back to top, top, up, down, close, cancel, ok, accept, accept all, agree, i agree,
    reject all, decline, got it, allow all, dismiss, skip, skip to content, skip to main content,
    login, log in, logout, log out, sign in, sign out, sign up, signin, signup, register,
    my account, account, profile, cart, my cart, view cart, basket, checkout, wishlist, home,
    homepage, home page, main page, logo, sitemap, site map, privacy, privacy policy,
    terms of use, terms of service, terms and conditions, language, share, print, subscribe,
    newsletter, slideshow left, slideshow right, play, pause,
    поиск, найти, искать, меню, главное меню, еще, показать еще, загрузить еще, подробнее,
    читать далее, далее, дальше, вперед, назад, наверх, вверх, вниз, закрыть, отмена, ок,
    принять, принять все, согласен, согласна, соглашаюсь, отклонить, понятно, пропустить,
    войти, вход, выйти, выход, регистрация, зарегистрироваться, личный кабинет, мой кабинет,
    кабинет, профиль, корзина, моя корзина, оформить заказ, избранное, главная,
    главная страница, на главную, логотип, карта сайта, политика конфиденциальности,
    пользовательское соглашение, язык, поделиться, печать, подписаться, рассылка,
    следующая, предыдущая, следующая страница, предыдущая страница
"""

FURNITURE_PHRASES = frozenset(" ".join(phrase.split()) for phrase in _PHRASES.split(","))
"""Whole texts that are furniture wherever they stand."""

COOKIE_WORDS = frozenset(["cookie", "cookies", "куки", "кукис", "gdpr"])
"""Words that make any short text furniture."""

COOKIE_TEXT_WORDS = 8
"""A text with more words than this is content about cookies, not their banner."""

_ROLES = (
    "input select textarea option label form search searchbox textbox combobox checkbox radio "
    "menuitem menubar menu navigation contentinfo nav footer"
)
FIELD_ROLES = frozenset(_ROLES.split())
"""Tags and roles of form fields and of the frame around the content."""

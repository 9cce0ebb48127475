from __future__ import annotations

import pytest

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</style><style>*{display:none}",
    "</title></head><body onload=alert(1)>",
    '=HYPERLINK("https://evil.example","x")',
    "javascript:alert(1)",
    "[x](javascript:alert(1))",
    "![x](https://evil.example/pixel.png)",
    'https://shop.example/"onclick=alert(1)//',
    "data:text/html;base64,PHNjcmlwdD4=",
    "{{ 7 * 7 }}{% raw %}{# x #}",
    "%s {0} {n} {segment}",
    "a | b || c",
    "`code` ``` ~~~",
    "\n\n# heading\n- item\n\n    code\n",
    "\u202egpj.exe\u2066",
    "nul\x00bell\x07esc\x1b[31m",
    "lone \ud800 surrogate",
    "&lt;b&gt; &#60;i&#62; &copy",
    "<!-- comment --> <![CDATA[x]]> ]]>",
    "q" * 10_000,
    "عربى שלום 😀 👩‍👧",
    "",
]


@pytest.fixture(params=HOSTILE, ids=lambda text: ascii(text)[:24])
def hostile(request: pytest.FixtureRequest) -> str:
    text: str = request.param
    return text

"""Readings that only Chinese needs: 今年年底, 上周五, 三年前, 近五年, 3至5年内."""

from datetime import timedelta

from chronicle.extract.dates.base import Base
from chronicle.extract.dates.found import Found
from chronicle.extract.dates.moves import LONGEST, covered, length, moved_by, of_unit
from chronicle.extract.dates.rules import Match

_SATURDAY = 5
_AFTER_FRONT = frozenset("往来夕期列景沿进")  # 前往, 前来, 前夕 …: 前 is not "ago"


def zh_year(match: Match, base: Base) -> Found | None:
    """今年, 去年底, 年内."""
    if match.has("zhyear"):
        return of_unit(base, "Y", int(match.value("zhyear")))
    text = match.tokens.text
    head = text[max(0, match.start - 1) : match.start]
    if head.isdigit() or head in ("每", "两", "三", "多"):
        return None
    return of_unit(base, "Y", 0)


def zh_week(match: Match, base: Base) -> Found | None:
    """本周, 上周五, 周三, 周末."""
    moved = int(match.value("zhweek")) if match.has("zhweek") else 0
    if match.has("zhweekday"):
        number: int | None = int(match.value("zhweekday"))
    elif match.has("num"):
        number = match.number("num") - 1
        if not 0 <= number <= 5:
            return None
    else:
        number = 6 if match.words[-1] in "日天" else None
    if number is not None and not match.has("zhweek"):
        day = base.weekday(number, match.start, match.end)
        return Found(day.isoformat() if day else "XXXX-XX-XX", basis="relative")
    if number is not None:
        if base.day is None:
            return Found("XXXX-XX-XX", basis="relative")
        monday = base.day - timedelta(days=base.day.weekday())
        return Found((monday + timedelta(days=7 * moved + number)).isoformat(), basis="relative")
    if (
        match.words == "周末"
        and base.day
        and base.day.weekday() < _SATURDAY
        and not base.future(match.start, match.end)
    ):
        moved = -1
    return of_unit(base, "WE" if match.words.endswith("末") else "W", moved)


def _unit(match: Match) -> str:
    return str(match.value("zhunit")) if match.has("zhunit") else "Y" if "年" in match.words else "D"


def zh_ago(match: Match, base: Base) -> Found | None:
    """三年前, 5天后; 多年前 says too little."""
    if "多" in match.words or "." in str(match.value("num")):
        return Found("PAST_REF", kind="reference", basis="relative", precision="unknown")
    count = match.number("num")
    if match.words.endswith("前") and match.tokens.text[match.end : match.end + 1] in _AFTER_FRONT:
        return None
    if not 0 < count <= LONGEST or match.tokens.codes[match.named["num"]] == "y":
        return None
    if not match.has("zhunit") and _follows_month(match):
        return None
    return moved_by(base, _unit(match), count if "后" in match.words else -count)


def _follows_month(match: Match) -> bool:
    return match.tokens.text[max(0, match.start - 1) : match.start] in ("月", "至", "到", "-", "、")


def zh_past(match: Match, base: Base) -> Found | None:
    """近三年, 过去五年, 未来十年: a duration with the span it covers."""
    if not match.has("zhpast"):
        if match.has("num"):
            return Found(
                length(str(match.number("num")), _unit(match)),
                kind="duration",
                when=covered(base, _unit(match), -1, match.number("num")),
            )
        return Found("PAST_REF", kind="reference", basis="relative", precision="unknown")
    moved, unit = int(match.value("zhpast")), _unit(match)
    if not match.has("num"):
        if match.form("zhpast") == "近" and match.words in ("近周", "近天", "近季", "近小时"):
            return None
        value = "PAST_REF" if moved < 0 else "FUTURE_REF"
        return Found(value, kind="reference", basis="relative", precision="unknown")
    count = match.number("to") if match.has("to") else match.number("num")
    if count > LONGEST or match.tokens.codes[match.named["num"]] == "y":
        return None
    value = length(str(match.number("num")), unit)
    if match.has("to"):
        value += "/" + length(str(count), unit)
    inside = "内" in match.words and moved > 0
    span = covered(base, unit, moved, count)
    if inside and span:
        span = span.split("/")[-1]
    return Found(value, kind="duration", basis="relative", when=span, relation="within" if inside else None)


def zh_within(match: Match, base: Base) -> Found | None:
    """三年内, 3至5年内: a deadline counted from publication."""
    if match.tokens.codes[match.named["num"]] == "y" or _follows_month(match):
        return None
    unit, low = _unit(match), match.number("num")
    high = match.number("to", low)
    if not 0 < low <= high <= LONGEST:
        return None
    value = length(str(low), unit) + (f"/{length(str(high), unit)}" if match.has("to") else "")
    if "内" not in match.words:
        return Found(value, kind="duration")
    span = covered(base, unit, -1 if match.has("zhpast") and int(match.value("zhpast")) < 0 else 1, high)
    return Found(
        value, kind="duration", basis="relative", when=span.split("/")[-1] if span else None, relation="within"
    )

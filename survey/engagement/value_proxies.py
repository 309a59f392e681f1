"""The proxies of an evaluation: what one change is worth, typed or taken from the library."""

from collections.abc import Mapping

from sqlalchemy import select

from survey.access import trail
from survey.access.permissions import LARGEST_ID
from survey.records.base import db
from survey.records.evaluation import Evaluation
from survey.records.value_row import Proxy, ValueRow


def add(evaluation: Evaluation, proxy: Proxy) -> Proxy:
    """Add a proxy to those of an evaluation."""
    proxy.evaluation_id = evaluation.id
    db.session.add(proxy)
    db.session.flush()
    trail.note("added a proxy", evaluation, detail=f"proxy {proxy.id}")
    return proxy


def change(proxy: Proxy, details: Mapping[str, object]) -> None:
    """Correct a proxy, wherever it is used."""
    for name, value in details.items():
        setattr(proxy, name, value)
    db.session.flush()
    trail.note("changed a proxy", proxy.evaluation, detail=f"proxy {proxy.id}")


class InUse(ValueError):
    """Rows are valued with it: it stays."""


def remove(proxy: Proxy) -> None:
    """Take away a proxy that no row uses. Raises InUse."""
    if is_used(proxy):
        raise InUse(proxy.name)
    trail.note("removed a proxy", proxy.evaluation, detail=f"proxy {proxy.id}")
    db.session.delete(proxy)
    db.session.flush()


def of(evaluation: Evaluation) -> list[Proxy]:
    """The proxies of an evaluation, by name."""
    query = select(Proxy).where(Proxy.evaluation_id == evaluation.id)
    return sorted(db.session.scalars(query), key=lambda each: (each.name.casefold(), each.id))


def get(evaluation: Evaluation, proxy_id: int) -> Proxy | None:
    found = db.session.get(Proxy, proxy_id) if proxy_id <= LARGEST_ID else None
    return found if found and found.evaluation_id == evaluation.id else None


def rows_of(proxy: Proxy) -> list[ValueRow]:
    """The rows of any map that are valued with it."""
    query = select(ValueRow).where(ValueRow.proxy_id == proxy.id)
    return list(db.session.scalars(query.order_by(ValueRow.value_map_id, ValueRow.position, ValueRow.id)))


def is_used(proxy: Proxy) -> bool:
    """Whether any row of any map is valued with it."""
    return bool(rows_of(proxy))


def is_listed(evaluation: Evaluation, name: str, besides: Proxy | None = None) -> bool:
    """Whether a proxy of this name is there already."""
    return name.casefold() in {each.name.casefold() for each in of(evaluation) if each is not besides}

"""What one export may read, and under which names people stand in it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, select

from app.insights.codes import code, pseudonym, staff_code
from app.models import Brief, Customer
from app.pilots.form_definition import Form, Question, QuestionKind, QuestionRole
from app.pilots.services import form_of

FREE_TEXT = frozenset({QuestionKind.SHORT_TEXT, QuestionKind.LONG_TEXT, QuestionKind.EMAIL})
PERSONAL = frozenset({QuestionRole.NAME, QuestionRole.ADDRESS})
ROWS_AT_ONCE = 500


@dataclass
class Source:
    """One reading of one pilot's log: whose briefs, for which purpose, under which names."""

    connection: Connection
    pilot_id: int
    key: bytes
    is_training: bool
    counts_unreal: bool
    _forms: dict[int, Form] = field(default_factory=dict)
    _last_name: tuple[int | None, str | None] = (None, None)

    def includes(self) -> ColumnElement[bool]:
        """Return the condition for briefs of this export: submitted, not frozen, agreed to."""
        condition = and_(
            Brief.pilot_id == self.pilot_id,
            Brief.submitted_at.is_not(None),
            Brief.is_frozen.is_(False),
        )
        if not self.counts_unreal:
            condition = and_(condition, Brief.is_simulated.is_(False), Brief.is_test.is_(False))
        if self.is_training:
            agreed = select(Customer.id).where(
                Customer.pilot_id == self.pilot_id, self.includes_customer()
            )
            condition = and_(condition, Brief.customer_id.in_(agreed))
        return condition

    def includes_customer(self) -> ColumnElement[bool]:
        """Return the condition for customers of this export: for training, who agreed to it."""
        condition = Customer.pilot_id == self.pilot_id
        if not self.counts_unreal:
            real = and_(Customer.is_simulated.is_(False), Customer.is_test.is_(False))
            condition = and_(condition, real)
        if self.is_training:
            agreed = and_(Customer.may_train.is_(True), Customer.erased_at.is_(None))
            condition = and_(condition, agreed)
        return condition

    def stream(self, query: Select[*tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of a query, a few hundred in memory at a time."""
        options = {"yield_per": ROWS_AT_ONCE}
        yield from map(tuple, self.connection.execute(query, execution_options=options))

    def name(self, customer_id: int | None) -> str | None:
        """Return a customer's pseudonym; rows of one customer mostly follow each other."""
        if self._last_name[0] != customer_id or customer_id is None:
            self._last_name = (customer_id, pseudonym(self.key, customer_id))
        return self._last_name[1]

    def staff(self, staff_id: int | None) -> str | None:
        """Return the name a member of staff bears in the files."""
        return staff_code(staff_id)

    def code(self, value: Any) -> Any:
        """Return codes as they are and nothing that could be words."""
        return code(value)

    def shareable(self, form_id: int, answers: Mapping[str, Any] | None) -> dict[str, Any]:
        """Return the answers a machine could have had: no free text, nothing sensitive."""
        if form_id not in self._forms:
            self._forms[form_id] = form_of(form_id)
        given = answers or {}
        return {
            question.key: code(given[question.key])
            for question in self._forms[form_id].questions
            if _may_leave(question) and question.key in given
        }


def _may_leave(question: Question) -> bool:
    return (
        question.machine_available
        and not question.sensitive
        and question.kind not in FREE_TEXT
        and question.role not in PERSONAL
    )

"""Evidence: the row names a file whose content is sealed with the case's or conversation's key."""

import contextlib
import hashlib
import secrets
from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, insert, select, update

from bot.cases.errors import NotKept, SealBroken
from bot.cases.evidence import Evidence
from bot.cases.keys import Cell, DataKey
from bot.cases.store.evidence_files import EvidenceFiles
from bot.cases.store.tables import evidence
from bot.cases.store.vault import Vault, open_json, seal_json


def keep_evidence(
    connection: Connection,
    vault: Vault,
    files: EvidenceFiles,
    given: Mapping[str, Any],
    content: bytes,
) -> str:
    """Keep a file; `given` has conversation_id, case_id, name, media_type, at. Returns its id."""
    case_id, conversation_id = given["case_id"], given["conversation_id"]
    key = vault.of_conversation(conversation_id) if case_id is None else vault.of_case(case_id)
    if key is None:
        raise NotKept("the conversation or case of a file does not exist or was erased")
    evidence_id = secrets.token_hex(16)
    sealed = _sealed(key, files, evidence_id, (given["name"], content))
    row = {**given, **sealed, "id": evidence_id, "size": len(content)}
    connection.execute(insert(evidence), row)
    return evidence_id


def evidence_of(connection: Connection, vault: Vault, case_id: str) -> tuple[Evidence, ...]:
    """The files of a case, oldest first."""
    return _listed(connection, vault, evidence.c.case_id == case_id)


def evidence_given_in(
    connection: Connection, vault: Vault, conversation_id: str
) -> tuple[Evidence, ...]:
    """The files given in a conversation, oldest first."""
    return _listed(connection, vault, evidence.c.conversation_id == conversation_id)


def _listed(
    connection: Connection, vault: Vault, which: ColumnElement[bool]
) -> tuple[Evidence, ...]:
    ordered = select(evidence).where(which).order_by(evidence.c.at, evidence.c.id)
    return tuple(_evidence(vault, row) for row in connection.execute(ordered))


def read_evidence(
    connection: Connection, vault: Vault, files: EvidenceFiles, evidence_id: str
) -> tuple[Evidence, bytes]:
    """One file with its content. Raises NotKept, or SealBroken when the file was altered."""
    row = connection.execute(select(evidence).where(evidence.c.id == evidence_id)).first()
    sealed = None if row is None else files.read(row.path)
    if row is None or sealed is None:
        raise NotKept("the file does not exist or was erased")
    content = vault.key(row.key_id).open(_cell("content", evidence_id), sealed)
    found = _evidence(vault, row)
    if hashlib.sha256(content).hexdigest() != found.sha256:
        raise SealBroken("the content of a file is not what was given")
    return found, content


def attach_evidence(
    connection: Connection, vault: Vault, files: EvidenceFiles, evidence_id: str, case_id: str
) -> None:
    """Let a file given earlier belong to a case: sealed anew, it no longer needs the conversation.

    Raises NotKept when the file or the case is gone.
    """
    key = vault.of_case(case_id)
    if key is None:
        raise NotKept("the case of a file does not exist or was erased")
    found, content = read_evidence(connection, vault, files, evidence_id)
    path = select(evidence.c.path).where(evidence.c.id == evidence_id)
    files.remove(connection.execute(path).scalar_one())
    sealed = _sealed(key, files, evidence_id, (found.name, content))
    changed = update(evidence).where(evidence.c.id == evidence_id)
    connection.execute(changed.values(case_id=case_id, **sealed))


def attach_waiting_evidence(
    connection: Connection,
    vault: Vault,
    files: EvidenceFiles,
    conversation_id: str,
    case_id: str,
) -> int:
    """Let every file of a conversation that belongs to no case yet belong to this one.

    Returns how many. A file that is lost or altered stays behind: it must not hold up the case.
    """
    waiting = select(evidence.c.id).where(
        evidence.c.conversation_id == conversation_id, evidence.c.case_id.is_(None)
    )
    attached = 0
    for evidence_id in connection.execute(waiting).scalars().all():
        with contextlib.suppress(NotKept, SealBroken):
            attach_evidence(connection, vault, files, evidence_id, case_id)
            attached += 1
    return attached


def _sealed(
    key: DataKey, files: EvidenceFiles, evidence_id: str, given: tuple[str, bytes]
) -> dict[str, Any]:
    name, content = given
    digest = hashlib.sha256(content).hexdigest()
    return {
        "key_id": key.id,
        "name": seal_json(key, _cell("name", evidence_id), name),
        "sha256": seal_json(key, _cell("sha256", evidence_id), digest),
        "path": files.write(key.seal(_cell("content", evidence_id), content)),
    }


def _evidence(vault: Vault, row: Row[Any]) -> Evidence:
    key = vault.key(row.key_id)
    return Evidence(
        id=row.id,
        conversation_id=row.conversation_id,
        case_id=row.case_id,
        name=open_json(key, _cell("name", row.id), row.name),
        media_type=row.media_type,
        size=row.size,
        sha256=open_json(key, _cell("sha256", row.id), row.sha256),
        at=row.at,
    )


def _cell(column: str, evidence_id: str) -> Cell:
    return Cell("evidence", column, evidence_id)

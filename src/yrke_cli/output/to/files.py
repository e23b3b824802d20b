"""Files, written as a good tool writes them: to what stands there, and with care for it."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from contextlib import suppress

from yrke_cli.output.streams import reason

# Why a new file cannot take the place of the old one, though that may be written: the folder takes no file, or does not
# let this one go, or the file is mounted there by itself.
_STAYS = (errno.EACCES, errno.EPERM, errno.EBUSY, errno.EROFS, errno.EXDEV)


def write_file(path: str, content: bytes) -> None:
    """Write the content to what is at the path, or to a new file there. A link is followed, a pipe or a device is
    written to, so is what this process has open ("/dev/stdout"), and of a file that stood there the mode is kept, and
    all of it until the new one is whole.

    Raises OSError, or ValueError where the path is none.
    """
    if path.endswith(os.sep):
        raise NotADirectoryError(errno.ENOTDIR, "a folder's name", path)
    number = _open_already(path)
    if number is not None:
        with os.fdopen(os.dup(number), "wb") as there:
            there.write(content)
        return
    try:
        before = os.stat(path)
    except FileNotFoundError:
        before = None
    if before is not None and not stat.S_ISREG(before.st_mode):
        _write_into(path, content)
        return
    target = os.path.realpath(path)
    if before is not None and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, "write-protected", path)
    try:
        _put_in_place(target, content, before)
    except OSError as error:
        if before is None or error.errno not in _STAYS:
            raise
        _write_into(target, content)


def _open_already(path: str) -> int | None:
    """The number of the open file that the path stands for: what was appended to must not be replaced or cut."""
    own = f"/proc/{os.getpid()}/fd"
    for _ in range(10):
        folder, name = os.path.split(path)
        if name.isdigit() and os.path.realpath(folder) == own:
            return int(name)
        if not os.path.islink(path):
            return None
        path = os.path.join(folder, os.readlink(path))
    return None


def _write_into(path: str, content: bytes) -> None:
    with open(path, "wb") as there:
        there.write(content)


def _put_in_place(target: str, content: bytes, before: os.stat_result | None) -> None:
    """Write a new file beside the target and let it take its place in one move."""
    handle, scratch = tempfile.mkstemp(dir=os.path.dirname(target), prefix=f".{os.path.basename(target)[:100]}-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.chmod(scratch, stat.S_IMODE(before.st_mode) if before else 0o666 & ~_umask())
        if before is not None and (before.st_uid, before.st_gid) != (os.stat(scratch).st_uid, os.stat(scratch).st_gid):
            with suppress(PermissionError):
                os.chown(scratch, before.st_uid, before.st_gid)
        os.replace(scratch, target)
    except BaseException:
        os.unlink(scratch)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def why(error: Exception) -> str:
    """Why the file could not be written, in Norwegian."""
    if isinstance(error, FileNotFoundError):
        return "mappen finnes ikke"
    if isinstance(error, PermissionError):
        return "du har ikke lov til å skrive der"
    if isinstance(error, (IsADirectoryError, NotADirectoryError)):
        return "det er ikke en fil i en mappe"
    return reason(error) if isinstance(error, OSError) else "navnet kan ikke brukes"
